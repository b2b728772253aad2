"""Making Qt's enums in a fraction of the time: there are some six hundred, and PySide6 makes them with their classes.

It makes each as `Enum(name, pairs)`. Python then builds a class, takes the members out of it and puts them in again one
by one, with a hundred questions each. Here the members are made first, as those of another enum of the same kind, and
their class is made with them in it. What comes of it is the same. Where PySide6 asks otherwise, or a member has a name
that enums need themselves, Python makes it.
"""

import enum
from collections.abc import Callable, Iterable
from enum import EnumType, Flag
from typing import Any, NamedTuple

Pairs = list[tuple[str, int]]
Made = Any  # an enum, with attributes that its type does not tell of

MODEL: Pairs = [("ONE", 1)]
ordinary: Callable[..., EnumType] = vars(EnumType)["_create_"]
put: Callable[[type, str, object], None] = type.__setattr__  # an enum's own asks whether a member is replaced


class Model(NamedTuple):
    """An enum of one kind: itself, the attributes of all of its kind, and the names that no member may have."""

    enum: Made
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
    return filled(kind, class_name, model, names)


def modelled(kind: EnumType) -> Model:
    """The model of one kind."""
    made = ordinary(kind, "Model", MODEL, module=__name__, boundary=enum.KEEP)
    attributes = {name: value for name, value in vars(made).items() if name not in {"ONE", "__dict__", "__weakref__"}}
    taken = frozenset(name for each in made.__mro__ for name in vars(each)) - {"ONE"}
    models[kind] = Model(made, attributes, taken)
    return models[kind]


def filled(kind: EnumType, class_name: str, model: Model, pairs: Pairs) -> EnumType:
    """An enum with its members. The second of one value is another name of the first."""
    blank, flag, number = model.enum, issubclass(model.enum, Flag), model.enum._member_type_ is int
    names: list[str] = []
    by_name: dict[str, Any] = {}
    by_value: dict[int, Any] = {}
    for name, value in pairs:
        member = by_value.get(value)
        if member is None:
            member = by_value[value] = int.__new__(blank, value) if number else object.__new__(blank)
            member._value_ = value
            member._name_ = name
            member._sort_order_ = len(names)
            if not flag or is_one_bit(value):
                names.append(name)
        by_name[name] = member
    held = {"_member_names_": names, "_member_map_": by_name, "_value2member_map_": by_value}
    attributes: Any = model.attributes | by_name | held | own(model, by_value)
    made: EnumType = EnumType.__new__(EnumType, class_name, (kind,), attributes, _simple=True)
    for member in by_value.values():
        member.__class__ = made
        member.__objclass__ = made
    if flag:
        put_order(made, by_value)
    return made


def own(model: Model, values: Iterable[int]) -> dict[str, object]:
    """What else each enum has for itself, as far as its kind and this Python have it."""
    every = 0
    for value in values:
        every |= value
    found: dict[str, object] = {
        "_unhashable_values_": [],
        "_unhashable_values_map_": {},
        "_hashable_values_": list(values),
        "_flag_mask_": every,
        "_singles_mask_": sum(filter(is_one_bit, values)),
        "_all_bits_": 2 ** every.bit_length() - 1,
    }
    return {name: value for name, value in found.items() if name in model.attributes}


def is_one_bit(value: int) -> bool:
    """Whether a flag of this value counts as one of its own."""
    return value > 0 and value & (value - 1) == 0


def put_order(made: Made, values: Iterable[int]) -> None:
    """Have a flag whose bits are not in order give them as they were named."""
    bits = [value for value in values if is_one_bit(value)]
    if bits != sorted(bits):
        put(made, "_iter_member_", made._iter_member_by_def_)
