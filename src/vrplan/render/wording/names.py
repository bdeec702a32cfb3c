"""How the closed lists are called: what texts say, how often, how surely; what decisions and events are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vrplan.phrases import Kind, Modality, Recurrence
from vrplan.render.language import NP_, pgettext

if TYPE_CHECKING:
    from vrplan.model.values import BodyRole, Evidence, Happening, Standing

_KINDS = {
    Kind.ONGOING: NP_("kind", "ongoing"),
    Kind.RECURRING: NP_("kind", "recurring"),
    Kind.CONTINUES: NP_("kind", "continues"),
    Kind.ENDS: NP_("kind", "ends"),
    Kind.TRANSFERS: NP_("kind", "transfers"),
    Kind.DUE: NP_("kind", "due"),
    Kind.STARTS: NP_("kind", "starts"),
    Kind.DONE: NP_("kind", "done"),
    Kind.CANCELLED: NP_("kind", "cancelled"),
    Kind.POSTPONED: NP_("kind", "postponed"),
    Kind.UNKNOWN: NP_("kind", "unknown"),
}
_RECURRENCES = {
    Recurrence.CONTINUOUS: NP_("recurrence", "continuous"),
    Recurrence.WEEKLY: NP_("recurrence", "weekly"),
    Recurrence.FORTNIGHTLY: NP_("recurrence", "fortnightly"),
    Recurrence.MONTHLY: NP_("recurrence", "monthly"),
    Recurrence.QUARTERLY: NP_("recurrence", "quarterly"),
    Recurrence.TERTIAL: NP_("recurrence", "tertial"),
    Recurrence.HALF_YEARLY: NP_("recurrence", "half-yearly"),
    Recurrence.YEARLY: NP_("recurrence", "yearly"),
    Recurrence.BIENNIAL: NP_("recurrence", "biennial"),
    Recurrence.AS_NEEDED: NP_("recurrence", "as-needed"),
    Recurrence.OTHER: NP_("recurrence", "other"),
}
_MODALITIES = {
    Modality.DECIDED: NP_("modality", "decided"),
    Modality.PROVISIONAL: NP_("modality", "provisional"),
    Modality.PROPOSED: NP_("modality", "proposed"),
    Modality.INTENDED: NP_("modality", "intended"),
    Modality.EXPECTED: NP_("modality", "expected"),
    Modality.CONSIDERED: NP_("modality", "considered"),
    Modality.POSSIBLE: NP_("modality", "possible"),
}
_STANDINGS: dict[Standing, str] = {
    "adopted": NP_("standing", "adopted"),
    "proposed": NP_("standing", "proposed"),
    "noted": NP_("standing", "noted"),
}
_COLUMN_STANDINGS: dict[Standing, str] = {
    "adopted": NP_("standing of a column", "adopted"),
    "proposed": NP_("standing of a column", "proposed"),
    "noted": NP_("standing of a column", "noted"),
}
_EVIDENCE: dict[Evidence, str] = {
    "full-text": NP_("evidence", "full-text"),
    "title-only": NP_("evidence", "title-only"),
    "cited": NP_("evidence", "cited"),
}
_ROLES: dict[BodyRole, str] = {
    "decides": NP_("role", "decides"),
    "prepares": NP_("role", "prepares"),
}
_HAPPENINGS: dict[Happening, str] = {
    "done": NP_("event", "done"),
    "transferred": NP_("event", "transferred"),
    "accepted": NP_("event", "accepted"),
    "ended": NP_("event", "ended"),
    "started": NP_("event", "started"),
    "cancelled": NP_("event", "cancelled"),
    "postponed": NP_("event", "postponed"),
}
_OBLIGATIONS = {
    "contract": NP_("obligation", "contract"),
    "payment": NP_("obligation", "payment"),
    "position": NP_("obligation", "position"),
    "property": NP_("obligation", "property"),
    "duty": NP_("obligation", "duty"),
    "cooperation": NP_("obligation", "cooperation"),
}


def kind_name(kind: Kind) -> str:
    """What a text says: `ends`, `transfers`."""
    return pgettext("kind", _KINDS[kind])


def recurrence_name(recurrence: Recurrence) -> str:
    """How often something comes back: `quarterly`."""
    return pgettext("recurrence", _RECURRENCES[recurrence])


def modality_name(modality: Modality) -> str:
    """How surely something is said: `considered`."""
    return pgettext("modality", _MODALITIES[modality])


def standing_name(standing: Standing) -> str:
    """What a decision is worth: `adopted`."""
    return pgettext("standing", _STANDINGS[standing])


def column_standing_name(standing: Standing) -> str:
    """What a column is worth: `adopted`, of a plan and not of a decision."""
    return pgettext("standing of a column", _COLUMN_STANDINGS[standing])


def evidence_name(evidence: Evidence) -> str:
    """How well the papers show a decision, as the files call it: `title-only`."""
    return pgettext("evidence", _EVIDENCE[evidence])


def role_name(role: BodyRole) -> str:
    """What a body does: `decides`, `prepares`."""
    return pgettext("role", _ROLES[role])


def happening_name(what: Happening) -> str:
    """What is recorded to have happened: `transferred`."""
    return pgettext("event", _HAPPENINGS[what])


def obligation_name(kind: str) -> str:
    """Which kind of obligation an entry of the plan is: `contract`."""
    return pgettext("obligation", _OBLIGATIONS[kind])
