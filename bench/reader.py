"""The phrase reader's clock: microseconds for the first text, and for each further distinct one."""

from __future__ import annotations

import datetime
from time import perf_counter

from bench.wording import distinct_texts
from vrplan.phrases import Context, read_status


def main() -> None:
    """Read many texts once each, as a load does; print both times."""
    context = Context(2018, datetime.date(2018, 6, 14), {}, {"khs": "KHS"})
    first, *texts = distinct_texts()
    start = perf_counter()
    read_status(first, context)
    warm = perf_counter()
    for text in texts:
        read_status(text, context)
    end = perf_counter()
    print((warm - start) * 1e6, (end - warm) / len(texts) * 1e6)


if __name__ == "__main__":
    main()
