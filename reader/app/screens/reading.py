"""The commands by which a reporter goes about in a pair and changes how it is shown."""

from __future__ import annotations

from reader.app.find import find, missing
from reader.app.flow import Layout
from reader.app.screens.room import Room
from reader.app.travel import Place, Wanted
from reader.app.widgets.pane import PairPane
from reader.model import Mark

_LAYOUTS = tuple(Layout)


class Reading(Room):
    """A screen with reading panes."""

    pane: PairPane
    _query: str

    # Sentence by sentence ---------------------------------------------------------------------

    def action_down(self) -> None:
        """Go to the next sentence."""
        self.pane.step(1)

    def action_up(self) -> None:
        """Go to the sentence before."""
        self.pane.step(-1)

    def action_page_down(self) -> None:
        """Go a screen down."""
        self.pane.page(1)

    def action_page_up(self) -> None:
        """Go a screen up."""
        self.pane.page(-1)

    def action_top(self) -> None:
        """Go to the first sentence."""
        self.pane.ends(-1)

    def action_bottom(self) -> None:
        """Go to the last sentence."""
        self.pane.ends(1)

    # Mark by mark -----------------------------------------------------------------------------

    def action_next_link(self) -> None:
        """Go to the next linked sentence."""
        self._seek(1, "link", self._linked)

    def action_previous_link(self) -> None:
        """Go back to a linked sentence."""
        self._seek(-1, "link", self._linked)

    def action_next_conflict(self) -> None:
        """Go to the next conflict."""
        self._seek(1, "conflict", self._contested)

    def action_previous_conflict(self) -> None:
        """Go back to a conflict."""
        self._seek(-1, "conflict", self._contested)

    def action_next_doubt(self) -> None:
        """Go to the next sentence that may be in conflict."""
        self._doubt(1)

    def action_previous_doubt(self) -> None:
        """Go back to a sentence that may be in conflict."""
        self._doubt(-1)

    def action_doubts(self) -> None:
        """Show what may be in conflict, or no longer."""
        if not self.pane.doubting and not any(self.pane.doubtful):
            self.say("nothing doubtful here")
            return
        self.pane.doubt(not self.pane.doubting)
        self.say("doubts shown" if self.pane.doubting else "doubts hidden")

    def _doubt(self, direction: int) -> None:
        # They may be folded away until they are shown.
        if not self.pane.doubting:
            self.pane.doubt(True)
        self._seek(direction, "doubtful sentence", self._doubtful)

    def action_next_only(self) -> None:
        """Go to the next sentence that only one report has."""
        self._seek(1, "sentence only here", self._alone)

    def action_previous_only(self) -> None:
        """Go back to a sentence that only one report has."""
        self._seek(-1, "sentence only here", self._alone)

    def _linked(self, place: Place) -> bool:
        return self._own(place) and bool(self.pane.links(place))

    def _contested(self, place: Place) -> bool:
        return self._own(place) and self.pane.mark(place) is Mark.CONFLICT

    def _doubtful(self, place: Place) -> bool:
        return self._own(place) and place.sentence in self.pane.doubtful[place.side]

    def _alone(self, place: Place) -> bool:
        return self.pane.mark(place) is Mark.UNIQUE

    def _own(self, place: Place) -> bool:
        """Whether `place` is on the cursor's side: the partner of a sentence is no further one."""
        return self.pane.cursor is None or place.side == self.pane.cursor.side

    def _seek(self, direction: int, what: str, wanted: Wanted) -> None:
        if not self.pane.step(direction, wanted):
            self.say(f"no {what} {'below' if direction > 0 else 'above'}")

    # From side to side ------------------------------------------------------------------------

    def action_open(self) -> None:
        """Go to the partner; from there to its next one, and so back."""
        place = self.pane.cursor
        links = self.pane.links(place) if place else []
        if place is None or not links:
            self.say("no partner: only here")
            return
        best = links[0]
        partner = Place(place.other, best.a if place.side else best.b)
        if not self.pane.go(partner):
            self.pane.fold(False)
            self.pane.go(partner)

    def action_other_pane(self) -> None:
        """Go to the other report: to the partner, or to what stands beside."""
        place = self.pane.cursor
        if place is None:
            return
        if self.pane.links(place):
            self.action_open()
        else:
            self.pane.cross(place.other)

    def action_left(self) -> None:
        """Go to the report on the left."""
        self.pane.cross(0)

    def action_right(self) -> None:
        """Go to the report on the right."""
        self.pane.cross(1)

    # How it is shown --------------------------------------------------------------------------

    def action_fold(self) -> None:
        """Hide what both say, or show it again."""
        self.pane.fold(not self.pane.folded)
        self.say("shared text folded" if self.pane.folded else "shared text shown")

    def action_layout(self) -> None:
        """Take the next way to lay the reports out."""
        layout = _LAYOUTS[(_LAYOUTS.index(self.pane.layout_used) + 1) % len(_LAYOUTS)]
        self.pane.choose(layout)
        self.say(str(layout))

    # Words ------------------------------------------------------------------------------------

    def action_search(self) -> None:
        """Ask for words and show where they are, as they are typed."""
        self.ask("search", "", lambda _: self.action_next_match(), self.look_for)

    def action_next_match(self) -> None:
        """Go to the next place found."""
        self._match(1)

    def action_previous_match(self) -> None:
        """Go back to a place found."""
        self._match(-1)

    def look_for(self, query: str) -> None:
        """Mark the words of `query` wherever they stand."""
        self._query = query
        if self.pane.comparison is not None:
            self.pane.find(find(self.pane.comparison, query))

    def _match(self, direction: int) -> None:
        flow, hits = self.pane.flow, self.pane.hits
        if flow is None or not hits:
            self.say(missing(self._query, "these two reports"))
            return
        if any(flow.place(*place) is None for place in hits):
            self.pane.fold(False)
            flow = self.pane.flow or flow

        def order(place: Place) -> tuple[int, int]:
            return flow.place(*place) or 0, place.side

        places = sorted(hits, key=order)
        here = order(self.pane.cursor or places[0])
        beyond = [p for p in places[::direction] if (order(p) > here) == (direction > 0)
                  and order(p) != here]  # fmt: skip
        target = (beyond or places[::direction])[0]
        self.pane.go(target)
        count = sum(map(len, hits.values()))
        noun = "match" if count == 1 else "matches"
        self.say(f"{count} {noun}, sentence {places.index(target) + 1} of {len(places)}")
