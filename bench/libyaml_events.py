"""The floor under `check`: libyaml's events of one file, read and thrown away, as a process of its own."""

import sys
from pathlib import Path

from ruamel.yaml.cyaml import CParser
from ruamel.yaml.events import StreamEndEvent

next_event = CParser(Path(sys.argv[1]).read_text(encoding="utf-8")).get_event
while type(next_event()) is not StreamEndEvent:
    pass
