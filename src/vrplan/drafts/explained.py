"""What the files of a new plan explain, line by line as it stands in them."""

from __future__ import annotations

from vrplan.findings import Told

EXPLAINED = {
    "plan": Told(
        "The plan, word for word as it was decided, typing errors included. Everything below “areas” is "
        "an example: put your own\n"
        "in its place. “vrplan check” tells what is not right and where; “vrplan status” reads it at once."
    ),
    "ceases": Told(
        "The first day without the organisation, once that is decided, and the point of the decision "
        "that says so:"
    ),
    "columns": Told(
        "One for each revision of the plan, oldest first. While one is only proposed: {{proposed_by: …}}."
    ),
    "parties": Told(
        "Whoever owns, receives or does something: a short name, and what else the papers call it."
    ),
    "activities": Told(
        "A status stands under its column, in the words of the paper. Each activity has an id: short and "
        "never used again."
    ),
    "obligations": Told(
        "What has a life of its own beside the table: contracts, payments, positions, property, duties, "
        "cooperation."
    ),
    "decisions": Told(
        "Who decides, in which meetings, and what was decided. Every column of the plan rests on a "
        "decision in this file."
    ),
    "role": Told("“decides”, or “prepares” what others decide."),
    "sources": Told("The papers that you quote: title, file name or address, date."),
    "meetings": Told(
        "Meetings that were held or are planned; “vrplan agenda” and “vrplan timeline” show them. "
        "“source” names the paper that\n"
        "announces one: seen with --as-known, it is known from that paper's date on, else from its own "
        "day. “vrplan status” tells\n"
        "what has changed since the last one."
    ),
    "evidence": Told("How well the papers show it: full-text, title-only, or cited in another paper."),
}
"""What the templates explain, by the name that stands in its place there."""
