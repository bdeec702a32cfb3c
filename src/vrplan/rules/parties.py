"""Those who give, receive, own or do: each is listed once, and called by names of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.findings import Code, Finding, Path, Severity, Spot
from vrplan.phrases import Kind, Modality
from vrplan.rules.named import parties_named
from vrplan.rules.unknown import unknown, with_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from vrplan.model.plan import Plan

UNKNOWN_PARTY = Code(
    "VR203",
    "unknown-party",
    Severity.ERROR,
    "there is no party {name}",
    "add it under parties, or write the name of one that is there",
)
PART_OF_ITSELF = Code(
    "VR209", "part-of-itself", Severity.ERROR, "{name} is part of itself", "name the party that it belongs to"
)
UNKNOWN_RECIPIENT = Code(
    "VR210",
    "unknown-recipient",
    Severity.WARNING,
    "“{text}” hands over to {name}, who is not among the parties",
    "add {name} under parties, so that transfers --to finds what it receives",
)
SHARED_NAME = Code(
    "VR211",
    "shared-name",
    Severity.ERROR,
    "{name} names two parties, {first} and {party}, so nobody knows which of them is meant",
    "let one of them have the name",
)


def party_is_known(plan: Plan) -> Iterator[Finding]:
    """Owners and receivers, and what a party is part of, are listed under `parties`.

    The parties are those whom you must write to and get an answer from. One who is not in the list, or is
    written in two ways, gets half of the tasks from one list and half from another, or no letter at all. A
    party can be called by its id, its name or one of its aliases, in capitals or not.

    Example:
        - id: nettverk
          name: Drifte nettverket
          owner: KHS

    Instead:
        parties:
          KHS: {name: Kommunehelsesamarbeidet}
    """
    if "parties" in plan.unread:
        return
    for path, name in parties_named(plan):
        if plan.party_named(name) is None:
            yield unknown(UNKNOWN_PARTY, plan.file, path, name, plan.spoken_party_names)


def recipient_is_a_party(plan: Plan) -> Iterator[Finding]:
    """Whoever receives something by the words of a status is listed under `parties`.

    `vrplan transfers --to` goes by that list, and so does whoever writes the letters: a receiver who stands
    in one sentence only is easily forgotten. The finding does not say that the text is wrong; the list lacks
    somebody. Look first whether they are there under another name, and then give that party an alias.

    Example:
        status:
          HP 2018: Overføres til Drammen kommune 1.8.2018

    Instead:
        parties:
          Drammen kommune: {aliases: [Drammen]}
    """
    if "parties" in plan.unread:
        return
    known = set(plan.party_names.values())
    for statement in plan.statements():
        reading = statement.reading
        name = reading.recipient if reading.kind is Kind.TRANSFERS else None
        if name is None or name in known or reading.modality is not Modality.DECIDED:
            continue
        finding = unknown(UNKNOWN_RECIPIENT, statement.file, statement.path, name, plan.spoken_party_names)
        yield with_values(finding, text=statement.text or "")


def party_name_is_its_own(plan: Plan) -> Iterator[Finding]:
    """A name or an alias names one party.

    «Overføres til Helsesamarbeidet» must lead to one receiver. If two go by that name, the task may land with
    the wrong one, or each believes that the other has it. Capitals and small letters count as the same.

    Example:
        parties:
          KHS: {aliases: [Helsesamarbeidet]}
          Vestre Viken HF: {aliases: [helsesamarbeidet]}

    Instead:
        parties:
          KHS: {aliases: [Helsesamarbeidet]}
          Vestre Viken HF: {aliases: [Helseforetaket]}
    """
    owners: dict[str, str] = {}
    for party_id, party in plan.parties.items():
        here: Path = ("parties", party_id)
        names = [(here, True, party_id), ((*here, "name"), False, party.name or "")]
        names += [((*here, "aliases", index), False, alias) for index, alias in enumerate(party.aliases)]
        for path, key, name in names:
            first = owners.setdefault(name.casefold(), party_id) if name else party_id
            if first != party_id:
                values = {"name": name, "first": first, "party": party_id}
                yield Finding(SHARED_NAME, Spot(plan.file, path, key), values)


def party_is_not_part_of_itself(plan: Plan) -> Iterator[Finding]:
    """No party is part of itself, be it directly or through others.

    What goes to a school also goes to the municipality that runs it, and a list of what comes to the
    municipality names both. If the way upwards comes back to where it began, nobody stands at the top, and
    whoever pays in the end does not see what is coming.

    Example:
        Bærum kommune: {}
        Bærum kulturskole: {part_of: Bærum kulturskole}

    Instead:
        Bærum kommune: {}
        Bærum kulturskole: {part_of: Bærum kommune}
    """
    for name in plan.parties:
        seen: set[str] = set()
        above: str | None = name
        while above in plan.parties and above not in seen:
            seen.add(above)
            above = plan.party_named(plan.parties[above].part_of or "")
        if above == name:
            yield Finding(PART_OF_ITSELF, Spot(plan.file, ("parties", name, "part_of")), {"name": name})
