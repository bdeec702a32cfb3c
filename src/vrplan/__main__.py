"""The way in: answers `--version` at once, and turns whatever goes wrong into one clear line."""

from __future__ import annotations

import atexit
import gc
import os
import sys

from vrplan import __version__

OUR_BUG = 101
INTERRUPTED = 130


def main() -> None:
    """Run the command line; every way out ends in an exit code (design section 6)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a console that cannot encode a letter shows a replacement
            stream.reconfigure(errors="replace")
    gc.disable()  # a run is short and makes no cycles to speak of; looking for them costs a tenth of it
    atexit.register(gc.freeze)  # nor is the whole of it looked through once more at the end
    # Pydantic would look for plug-ins of its own in every package that is installed, before the first model is made.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        if sys.argv[1:] == ["--version"]:
            sys.stdout.write(f"vrplan {__version__}\n")
        else:
            from vrplan.cli import app

            app()
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (head, less) has had enough: nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    except Exception as error:
        if os.environ.get("VRPLAN_TRACEBACK"):
            raise
        _apologise(error)
        sys.exit(OUR_BUG)


def _apologise(error: Exception) -> None:
    where = "somewhere"
    trace = error.__traceback__
    while trace is not None:
        where = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"
        trace = trace.tb_next
    sys.stderr.write(
        f"vrplan {__version__} has a bug: {type(error).__name__} in {where}. Nothing was written.\n"
        "Please report this line and the command to the maintainers; VRPLAN_TRACEBACK=1 shows more.\n"
    )


if __name__ == "__main__":
    main()
