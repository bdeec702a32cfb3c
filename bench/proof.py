"""Whether each peer reads its file to the end: passes a sound one, tells an error in its last lines."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.ledger import write_ledger
from bench.peers import PEERS
from bench.plans import write_plan
from bench.timing import ROOT

if TYPE_CHECKING:
    from bench.peers import Peer


def main() -> None:
    """Prove it of the peers that the command line names, else of all that are installed; exit 1 where it fails."""
    peers = [peer for peer in PEERS if peer.name in sys.argv[1:] or (not sys.argv[1:] and peer.is_installed)]
    with TemporaryDirectory(prefix="vrplan-bench-") as folder:
        plan = write_plan(35, Path(folder))
        write_ledger(plan)
        faults = {peer.name: _fault(peer, plan) for peer in peers}
    for name, fault in faults.items():
        print(f"{name}: {fault or 'tells the planted error'}")
    sys.exit(any(faults.values()))


def _fault(peer: Peer, plan: Path) -> str:
    """What speaks against the peer's measurement; nothing when all is well."""
    file = plan.with_name(peer.file)
    sound = file.read_text(encoding="utf-8")
    code, said = _result(peer, plan)
    if code:
        return f"refuses a sound file\n{said}"
    before, _, after = sound.rpartition(peer.error.sound)
    file.write_text(f"{before}{peer.error.faulty}{after}", encoding="utf-8", newline="\n")
    code, said = _result(peer, plan)
    file.write_text(sound, encoding="utf-8", newline="\n")
    told = code and peer.error.told in said
    return "" if told else f"does not tell the planted error {peer.error.faulty!r}\n{said}"


def _result(peer: Peer, plan: Path) -> tuple[int, str]:
    """The exit code of the peer's check, and what it says."""
    run = subprocess.run(
        peer.command(plan).words,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    return run.returncode, run.stdout


if __name__ == "__main__":
    main()
