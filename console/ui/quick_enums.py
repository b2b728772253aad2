"""Making Qt's enums in a fraction of the time: there are some six hundred, and PySide6 makes them with their classes.

It makes each as `Enum(name, pairs)`. Python then builds a class, takes the members out of it and puts them in again one
by one, with a hundred questions each. Here the class is built after the model of another of its kind, and the members
are put in at once. What comes of it is the same. Where PySide6 asks otherwise, or a member has a name that enums need
themselves, Python makes it.
"""

import enum
from collections.abc import Callable
from enum import Enum, EnumType, Flag
from typing import Any, NamedTuple

Pairs = list[tuple[str, int]]
Made = Any  # an enum, with attributes that its type does not tell of

MODEL: Pairs = [("ONE", 1)]
FILLED = ("_member_names_", "_member_map_", "_value2member_map_", "_unhashable_values_", "_hashable_values_")
ordinary: Callable[..., EnumType] = vars(EnumType)["_create_"]
put: Callable[[type, str, object], None] = type.__setattr__  # an enum's own refuses to replace members


class Model(NamedTuple):
    """What the enums of one kind have in common: their attributes, and the names that no member may have."""

    attributes: dict[str, Any]
    taken: frozenset[str]


models: dict[EnumType, Model] = {}


def prepare_enums() -> None:
    """Have enums made so from now on."""
    setattr(EnumType, "_create_", created)  # noqa: B010 - a method that is not written to be replaced


def created(kind: EnumType, class_name: str, names: object, **wishes: object) -> EnumType:
    """The enum of this name with these members: what `Enum(class_name, names)` gives, or `Flag(…)`."""
    asked = {name for name, wish in wishes.items() if wish is not None and (name, wish) != ("start", 1)}
    if asked != {"boundary"} or wishes["boundary"] is not enum.KEEP or not isinstance(names, list):
        return ordinary(kind, class_name, names, **wishes)
    model = models.get(kind) or modelled(kind)
    if any(name in model.taken for name, _ in names):
        return ordinary(kind, class_name, names, module=__name__, boundary=enum.KEEP)
    attributes: Any = {name: type(value)() if name in FILLED else value for name, value in model.attributes.items()}
    made: EnumType = EnumType.__new__(EnumType, class_name, (kind,), attributes, _simple=True)
    fill(made, names)
    return made


def modelled(kind: EnumType) -> Model:
    """The model of one kind."""
    made = ordinary(kind, "Model", MODEL, module=__name__, boundary=enum.KEEP)
    attributes = {name: value for name, value in vars(made).items() if name not in {"ONE", "__dict__", "__weakref__"}}
    taken = frozenset(name for each in made.__mro__ for name in vars(each)) - {"ONE"}
    models[kind] = Model(attributes, taken)
    return models[kind]


def fill(made: Made, pairs: Pairs) -> None:
    """Put its members into an enum. The second of one value is another name of the first."""
    flag = issubclass(made, Flag)
    names, by_name, by_value = made._member_names_, made._member_map_, made._value2member_map_
    for name, value in pairs:
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = new_member(made, name, value, len(names))
            if not flag or is_one_bit(value):
                names.append(name)
        by_name[name] = member
        put(made, name, member)
    if flag:
        put_masks(made, by_value)
    if hasattr(made, "_hashable_values_"):
        made._hashable_values_.extend(by_value)


def new_member(made: Made, name: str, value: int, at: int) -> Enum:
    """A member, not yet put in."""
    member: Any = int.__new__(made, value) if made._member_type_ is int else object.__new__(made)
    member._value_ = value
    member._name_ = name
    member.__objclass__ = made
    member._sort_order_ = at
    return member  # type: ignore[no-any-return]


def is_one_bit(value: int) -> bool:
    """Whether a flag of this value counts as one of its own."""
    return value > 0 and value & (value - 1) == 0


def put_masks(made: Made, values: dict[int, Enum]) -> None:
    """Note which bits a flag has, and how its members are run through."""
    bits = [value for value in values if is_one_bit(value)]
    every = 0
    for value in values:
        every |= value
    put(made, "_flag_mask_", every)
    put(made, "_singles_mask_", sum(bits))
    put(made, "_all_bits_", 2 ** every.bit_length() - 1)
    if bits != sorted(bits):
        put(made, "_iter_member_", made._iter_member_by_def_)
