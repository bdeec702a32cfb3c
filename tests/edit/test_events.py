"""An event is added to an item, in the style of what stands around it: the text before and after, style by style."""

from __future__ import annotations

import pytest

from vrplan.edit import Edited, add_entry

EVENT = {"date": "2018-06-30", "what": "ended", "note": "Brev"}

STYLES = {
    "an item in lines": (
        """
        activities:
          - id: nettverk
            name: Nettverket
          - id: annet
        """,
        """
        activities:
          - id: nettverk
            name: Nettverket
            events:
              - date: 2018-06-30
                what: ended
                note: Brev
          - id: annet
        """,
        4,
    ),
    "an item in braces": (
        """
        activities:
          - {id: nettverk, name: Nettverket}
        """,
        """
        activities:
          - {id: nettverk, name: Nettverket, events: [{date: 2018-06-30, what: ended, note: Brev}]}
        """,
        2,
    ),
    "braces with blanks in them": (
        """
        activities: [ { id: nettverk, name: Nettverket } ]
        """,
        """
        activities: [ { id: nettverk, name: Nettverket, events: [{ date: 2018-06-30, what: ended, note: Brev }] } ]
        """,
        1,
    ),
    "braces with tabs in them": (
        """
        activities:
          - {id:\tnettverk,\tname:\tNettverket\t}
        """,
        """
        activities:
          - {id:\tnettverk,\tname:\tNettverket, events: [{date: 2018-06-30, what: ended, note: Brev}]\t}
        """,
        2,
    ),
    "keys and texts in quotation marks": (
        """
        {"activities": [{"id": "nettverk"}]}
        """,
        """
        {"activities": [{"id": "nettverk", "events": [{"date": "2018-06-30", "what": "ended", "note": "Brev"}]}]}
        """,
        1,
    ),
    "single quotation marks around the keys": (
        """
        'activities':
        - 'id': nettverk
          'name': Nettverket
        """,
        """
        'activities':
        - 'id': nettverk
          'name': Nettverket
          'events':
          - 'date': 2018-06-30
            'what': ended
            'note': Brev
        """,
        4,
    ),
    "a text that needs its quotation marks makes no style": (
        """
        activities:
          - {id: nettverk, "name: x": "a: b"}
        """,
        """
        activities:
          - {id: nettverk, "name: x": "a: b", events: [{date: 2018-06-30, what: ended, note: Brev}]}
        """,
        2,
    ),
    "lists that are not indented": (
        """
        activities:
        - id: nettverk
          name: Nettverket
        """,
        """
        activities:
        - id: nettverk
          name: Nettverket
          events:
          - date: 2018-06-30
            what: ended
            note: Brev
        """,
        4,
    ),
    "lists indented by four": (
        """
        activities:
            -   id: nettverk
                name: Nettverket
        """,
        """
        activities:
            -   id: nettverk
                name: Nettverket
                events:
                    -   date: 2018-06-30
                        what: ended
                        note: Brev
        """,
        4,
    ),
    "comments between the keys and behind the last": (
        """
        activities:
          # om nettverket
          - id: nettverk  # kort
            # navnet
            name: Nettverket  # langt
            # mer om nettverket
          # om annet
          - id: annet
        """,
        """
        activities:
          # om nettverket
          - id: nettverk  # kort
            # navnet
            name: Nettverket  # langt
            # mer om nettverket
            events:
              - date: 2018-06-30
                what: ended
                note: Brev
          # om annet
          - id: annet
        """,
        7,
    ),
    "an empty line behind the item": (
        """
        activities:
          - id: nettverk
            name: Nettverket

          # Resten.
          - id: annet
        """,
        """
        activities:
          - id: nettverk
            name: Nettverket
            events:
              - date: 2018-06-30
                what: ended
                note: Brev

          # Resten.
          - id: annet
        """,
        4,
    ),
    "a folded text at the end": (
        """
        activities:
          - id: nettverk
            note: >-
              En lang
              merknad.

          - id: annet
        """,
        """
        activities:
          - id: nettverk
            note: >-
              En lang
              merknad.
            events:
              - date: 2018-06-30
                what: ended
                note: Brev

          - id: annet
        """,
        6,
    ),
    "a text at the end to which no empty lines belong": (
        """
        activities:
          - id: nettverk
            note: |
              En merknad.

          - id: annet
        """,
        """
        activities:
          - id: nettverk
            note: |
              En merknad.
            events:
              - date: 2018-06-30
                what: ended
                note: Brev

          - id: annet
        """,
        5,
    ),
    "a comment at the end of the file": (
        """
        activities:
          - id: nettverk
            # om nettverket
          # om lista
        """,
        """
        activities:
          - id: nettverk
            # om nettverket
            events:
              - date: 2018-06-30
                what: ended
                note: Brev
          # om lista
        """,
        4,
    ),
    "a text at the end to which its empty lines belong": (
        """
        activities:
          - id: nettverk
            note: |+
              En merknad.

          - id: annet
        """,
        """
        activities:
          - id: nettverk
            note: |+
              En merknad.

            events:
              - date: 2018-06-30
                what: ended
                note: Brev
          - id: annet
        """,
        6,
    ),
    "a plain text over two lines": (
        """
        activities:
          - id: nettverk
            name: Nettverket
              for kommunene
        """,
        """
        activities:
          - id: nettverk
            name: Nettverket
              for kommunene
            events:
              - date: 2018-06-30
                what: ended
                note: Brev
        """,
        5,
    ),
    "what stands below a focus area": (
        """
        activities:
          - id: bpa
            name: BPA
            # tiltakene
            measures:
              - name: Beredskap
        """,
        """
        activities:
          - id: bpa
            name: BPA
            events:
              - date: 2018-06-30
                what: ended
                note: Brev
            # tiltakene
            measures:
              - name: Beredskap
        """,
        4,
    ),
    "a list of events in lines": (
        """
        activities:
          - id: nettverk
            events:
              - date: 2018-02-01
                what: started
            status: {HP 2018: Løpende}
        """,
        """
        activities:
          - id: nettverk
            events:
              - date: 2018-02-01
                what: started
              - date: 2018-06-30
                what: ended
                note: Brev
            status: {HP 2018: Løpende}
        """,
        6,
    ),
    "a list of events in braces": (
        """
        activities:
          - id: nettverk
            events:
              - {date: 2018-02-01, what: started}  # brev
            # status
            status: {HP 2018: Løpende}
        """,
        """
        activities:
          - id: nettverk
            events:
              - {date: 2018-02-01, what: started}  # brev
              - {date: 2018-06-30, what: ended, note: Brev}
            # status
            status: {HP 2018: Løpende}
        """,
        5,
    ),
    "events with an empty line between them": (
        """
        activities:
          - id: nettverk
            events:
              - date: 2018-02-01

              - date: 2018-03-01

          - id: annet
        """,
        """
        activities:
          - id: nettverk
            events:
              - date: 2018-02-01

              - date: 2018-03-01

              - date: 2018-06-30
                what: ended
                note: Brev

          - id: annet
        """,
        8,
    ),
    "a list of events in brackets": (
        """
        activities:
          - id: nettverk
            events: [{date: 2018-02-01, what: started}]  # brev
        """,
        """
        activities:
          - id: nettverk
            events: [{date: 2018-02-01, what: started}, {date: 2018-06-30, what: ended, note: Brev}]  # brev
        """,
        3,
    ),
    "brackets with a comma at the end": (
        """
        activities:
          - id: nettverk
            events: [{date: 2018-02-01, what: started}, ]
        """,
        """
        activities:
          - id: nettverk
            events: [{date: 2018-02-01, what: started}, {date: 2018-06-30, what: ended, note: Brev}, ]
        """,
        3,
    ),
    "brackets over several lines": (
        """
        activities:
          - id: nettverk
            events: [
                {date: 2018-02-01, what: started},  # det første
                {date: 2018-03-01, what: postponed}  # det andre
            ]
        """,
        """
        activities:
          - id: nettverk
            events: [
                {date: 2018-02-01, what: started},  # det første
                {date: 2018-03-01, what: postponed},  # det andre
                {date: 2018-06-30, what: ended, note: Brev}
            ]
        """,
        6,
    ),
    "brackets over several lines with a comma at the end": (
        """
        activities:
          - id: nettverk
            events: [
              {date: 2018-02-01, what: started},  # det første
            ]
        """,
        """
        activities:
          - id: nettverk
            events: [
              {date: 2018-02-01, what: started},  # det første
              {date: 2018-06-30, what: ended, note: Brev},
            ]
        """,
        5,
    ),
    "braces that are wrapped": (
        """
        activities:
          - {id: nettverk, name: Nettverket,
             status: {HP 2018: Løpende}}
        """,
        """
        activities:
          - {id: nettverk, name: Nettverket,
             status: {HP 2018: Løpende}, events: [{date: 2018-06-30, what: ended, note: Brev}]}
        """,
        3,
    ),
    "an empty list": (
        """
        activities:
          - id: nettverk
            events: []  # ingen
        """,
        """
        activities:
          - id: nettverk
            events: [{date: 2018-06-30, what: ended, note: Brev}]  # ingen
        """,
        3,
    ),
    "a key without a list": (
        """
        activities:
          - id: nettverk
            events:  # ingen
            name: Nettverket
        """,
        """
        activities:
          - id: nettverk
            events:  # ingen
              - date: 2018-06-30
                what: ended
                note: Brev
            name: Nettverket
        """,
        4,
    ),
    "braces around a key without a list": (
        """
        activities: [{id: nettverk, events: }]
        """,
        """
        activities: [{id: nettverk, events: [{date: 2018-06-30, what: ended, note: Brev}]}]
        """,
        1,
    ),
    "a document between its marks": (
        """
        ---
        activities:
          - id: nettverk
        ...
        """,
        """
        ---
        activities:
          - id: nettverk
            events:
              - date: 2018-06-30
                what: ended
                note: Brev
        ...
        """,
        4,
    ),
}  # fmt: skip


def dedented(text: str) -> str:
    lines = text.split("\n")[1:-1]
    return "".join(f"{line.removeprefix('        ')}\n" for line in lines)


def with_event(text: str) -> Edited:
    return add_entry(text, ("activities", 0, "events"), EVENT, ahead_of={"measures"})


@pytest.mark.parametrize(("before", "after", "line"), STYLES.values(), ids=STYLES)
def test_event_is_written_as_its_neighbours_are(before: str, after: str, line: int) -> None:
    assert with_event(dedented(before)) == Edited(dedented(after), line)


@pytest.mark.parametrize(("before", "after", "line"), STYLES.values(), ids=STYLES)
def test_windows_line_ends_and_the_byte_order_mark_stay(before: str, after: str, line: int) -> None:
    text = "\ufeff" + dedented(before).replace("\n", "\r\n")
    assert with_event(text) == Edited("\ufeff" + dedented(after).replace("\n", "\r\n"), line)


@pytest.mark.parametrize("end", ["", "  ", "  # slutt"])
def test_file_that_ends_in_the_item_without_a_line_break_still_does(end: str) -> None:
    text = f"activities:\n  - id: nettverk{end}"
    added = "\n    events:\n      - date: 2018-06-30\n        what: ended\n        note: Brev"
    assert with_event(text) == Edited(text + added, 3)


def test_text_that_a_line_break_would_change_stays_the_last() -> None:
    text = "activities:\n  - id: nettverk\n    note: |\n      Slutt"
    added = "    events:\n      - date: 2018-06-30\n        what: ended\n        note: Brev\n"
    assert with_event(text) == Edited(text.replace("    note", f"{added}    note"), 3)
