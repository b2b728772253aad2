"""What can be done with the anchor's window and its prompter."""

from console.ui.act import QT_TRANSLATE_NOOP, Act, Reach

NEXT_SCREEN = Act(
    "anchor.next_screen", QT_TRANSLATE_NOOP("Acts", "Anchor view to the next screen"), ("Shift+F6",), Reach.WINDOW
)
FILL = Act(
    "anchor.fill_screen", QT_TRANSLATE_NOOP("Acts", "Anchor view fills its screen, or not"), ("Ctrl+F6",), Reach.WINDOW
)
SCRIPT_ONLY = Act(
    "anchor.script_only",
    QT_TRANSLATE_NOOP("Acts", "Anchor view: the script alone, or all"),
    ("Ctrl+Shift+F6",),
    Reach.WINDOW,
)
ANSWERED = Act(
    "anchor.answer_question", QT_TRANSLATE_NOOP("Acts", "The top question is answered"), ("Alt+Q",), Reach.WINDOW
)
RUN = Act("prompter.run", QT_TRANSLATE_NOOP("Acts", "Prompter: go, or hold"), ("F7",), Reach.WINDOW)
FASTER = Act("prompter.faster", QT_TRANSLATE_NOOP("Acts", "Prompter: faster"), ("Ctrl+Up",), Reach.WINDOW, held=True)
SLOWER = Act("prompter.slower", QT_TRANSLATE_NOOP("Acts", "Prompter: slower"), ("Ctrl+Down",), Reach.WINDOW, held=True)
FORTH = Act(
    "prompter.go_forth", QT_TRANSLATE_NOOP("Acts", "Prompter: a line on"), ("Alt+PgDown",), Reach.WINDOW, held=True
)
BACK = Act(
    "prompter.go_back", QT_TRANSLATE_NOOP("Acts", "Prompter: a line back"), ("Alt+PgUp",), Reach.WINDOW, held=True
)
TOP = Act("prompter.go_to_top", QT_TRANSLATE_NOOP("Acts", "Prompter: to the top"), ("Alt+Home",), Reach.WINDOW)
NEXT_MARKER = Act(
    "prompter.next_marker", QT_TRANSLATE_NOOP("Acts", "Prompter: to the next marker"), ("Ctrl+PgDown",), Reach.WINDOW
)
LAST_MARKER = Act(
    "prompter.last_marker", QT_TRANSLATE_NOOP("Acts", "Prompter: to the marker before"), ("Ctrl+PgUp",), Reach.WINDOW
)
MIRROR = Act(
    "prompter.mirror", QT_TRANSLATE_NOOP("Acts", "Prompter: mirror left and right"), ("Shift+F7",), Reach.WINDOW
)
FLIP = Act("prompter.flip", QT_TRANSLATE_NOOP("Acts", "Prompter: turn top and bottom"), ("Ctrl+F7",), Reach.WINDOW)
PEDAL = Act(
    "prompter.use_pedal", QT_TRANSLATE_NOOP("Acts", "A presenter's pedal moves the prompter, or not"), (), Reach.WINDOW
)
PEDAL_RUN = Act("pedal.run", QT_TRANSLATE_NOOP("Acts", "Pedal: go, or hold"), ("PgDown",), Reach.WINDOW)
PEDAL_BACK = Act("pedal.go_back", QT_TRANSLATE_NOOP("Acts", "Pedal: a line back"), ("PgUp",), Reach.WINDOW, held=True)

WINDOW = (NEXT_SCREEN, FILL, SCRIPT_ONLY, ANSWERED)
PROMPTER = (RUN, FASTER, SLOWER, FORTH, BACK, TOP, NEXT_MARKER, LAST_MARKER, MIRROR, FLIP, PEDAL, PEDAL_RUN, PEDAL_BACK)
