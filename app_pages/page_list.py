"""The pages of the app, in the order of the navigation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app_pages import explore, gap_list, overview, question_form
from app_pages.view import View


@dataclass(frozen=True, slots=True)
class PageSpec:
    """What a page shows and the icon of its entry."""

    show: Callable[[View], None]
    icon: str


PAGES: Mapping[str, PageSpec] = {
    "overview": PageSpec(overview.show, ":material/dashboard:"),
    "explore": PageSpec(explore.show, ":material/hub:"),
    "gaps": PageSpec(gap_list.show, ":material/table_chart:"),
    "questions": PageSpec(question_form.show, ":material/help:"),
}
