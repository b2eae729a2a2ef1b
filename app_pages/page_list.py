"""The pages of the app, in the order of the navigation."""

from collections.abc import Callable, Mapping

from app_pages import explore, gap_list, overview, question_form
from app_pages.view import View

PAGES: Mapping[str, Callable[[View], None]] = {
    "overview": overview.show,
    "explore": explore.show,
    "gaps": gap_list.show,
    "questions": question_form.show,
}
