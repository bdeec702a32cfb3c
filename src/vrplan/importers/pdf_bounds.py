"""What keeps a damaged or hostile PDF from taking all memory or all time, and its oddities out of the terminal."""

from __future__ import annotations

import logging
import re
import signal
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from vrplan.importers.paper import Unreadable

_MOST_UNPACKED: Final = 300 << 20
_PIECE: Final = 1 << 16
_STREAM: Final = re.compile(rb"stream\r?\n(?=\x78)")
_MOST_SECONDS = 180.0
"""The longest paper that is read takes a third of it; only a file made to never end reaches it."""


class _TooLong(BaseException):
    """Not an `Exception`: the libraries swallow those."""


def check_size(data: bytes, name: str) -> None:
    """Streams that unpack without end are stopped here: pdfminer unpacks whatever it meets, and all of it."""
    left = _MOST_UNPACKED
    for stream in _STREAM.finditer(data):
        end = data.find(b"endstream", stream.end())
        left -= _unpacked_size(memoryview(data)[stream.end() : end if end > 0 else len(data)], left)
        if left < 0:
            raise Unreadable(
                "{name} would unpack to far more than a paper holds: it was not opened", name=name
            )


def _unpacked_size(packed: memoryview, most: int) -> int:
    """How big it is unpacked, counted to a little above `most`; a stream that is damaged counts as far as it goes."""
    unpacking, size = zlib.decompressobj(), 0
    try:
        for start in range(0, len(packed), _PIECE):
            piece: bytes | memoryview = packed[start : start + _PIECE]
            while piece and not unpacking.eof and size <= most:
                size += len(unpacking.decompress(piece, _PIECE))
                piece = unpacking.unconsumed_tail
            if unpacking.eof or size > most:
                break
    except zlib.error:
        pass
    return size


@contextmanager
def without_circles() -> Iterator[None]:
    """A reference that leads back to itself is nothing: pdfminer would follow it for ever."""
    from pdfminer.pdftypes import PDFObjRef

    resolve = PDFObjRef.resolve

    def resolve_once(reference: PDFObjRef, default: object = None) -> Any:
        seen: set[int] = set()
        found: Any = reference
        while isinstance(found, PDFObjRef):
            if found.objid in seen:
                return default
            seen.add(found.objid)
            found = resolve(found, default)
        return found

    PDFObjRef.resolve = resolve_once  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        PDFObjRef.resolve = resolve  # type: ignore[method-assign]


@contextmanager
def in_time(name: str) -> Iterator[None]:
    """Stops what takes too long, where the system has an alarm and nothing else may be waiting for it."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(*_: object) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, _MOST_SECONDS, 1.0)
    try:
        yield
    except _TooLong:
        raise Unreadable(
            "{name} takes too long to read: it is damaged, or far bigger than a paper", name=name
        ) from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def without_log() -> Iterator[None]:
    """The libraries log every oddity of a file; the user is told what was lost instead."""
    loggers = [logging.getLogger(name) for name in ("pdfminer", "pdfplumber")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
