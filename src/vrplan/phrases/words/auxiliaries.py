"""The forms of "være", "bli" and "ha" that a rule asks for, from small.toml."""

from functools import cache

from vrplan.phrases.words.wordlists import listed


def _forms(verb: str, tense: str) -> frozenset[str]:
    return listed("small.toml", verb, tense)


@cache
def to_be() -> frozenset[str]:
    """The infinitives: "skal være 27. februar"."""
    return _forms("be", "infinitive") | _forms("become", "infinitive")


@cache
def copulas() -> frozenset[str]:
    """What a noun and its day stand on both sides of: "siste skoledag er 20. desember"."""
    return _forms("be", "present") | _forms("be", "past") | _forms("become", "present")


@cache
def was() -> frozenset[str]:
    """What says of a noun that it is over: "oppstart var i mai"."""
    return _forms("be", "past") | _forms("have", "past")


@cache
def told() -> frozenset[str]:
    """The past tense, also of the passive: "ble avsluttet"."""
    return was() | _forms("become", "past")


@cache
def has() -> frozenset[str]:
    """The perfect tense: "har varslet", "har fått levert"."""
    return _forms("have", "present") | _forms("have", "got")


@cache
def has_been() -> frozenset[str]:
    """The perfect tense of "være", with "har" or after it: "har vært stengt"."""
    been = _forms("be", "participle")
    return been | {f"{have} {word}" for have in _forms("have", "present") for word in been}


@cache
def over() -> frozenset[str]:
    """What says of a state that it is over: "har vært på høring", "lå i bero"."""
    return was() | has_been() | _forms("lie", "past") | _forms("stand", "past")


@cache
def finite_forms() -> frozenset[str]:
    """What a relative clause has as its verb or before it: "som selskapet har hatt"."""
    return told() | _forms("be", "present") | _forms("have", "present")


@cache
def participles() -> frozenset[str]:
    """What such a clause ends with."""
    return _forms("be", "participle") | _forms("have", "participle")


@cache
def openers() -> frozenset[str]:
    """What opens the main clause after another: "fra dagens ordning avsluttes er det …"."""
    present = _forms("be", "present") | _forms("have", "present") | _forms("become", "present")
    return present | _forms("will", "present")
