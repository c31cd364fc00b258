"""What a site puts between a reporter's sentences: buttons, notices, stamps, bylines, credits."""

from __future__ import annotations

import re

from reader.language.words import fold, listed

_LONGEST = 200  # characters; furniture is short, and looking at no more keeps the time linear

# Each describes a whole sentence, folded and without punctuation at its ends.
_PAGE = r"""
    (?:exit|switch to|view) (?:the )?(?:mobile|desktop)(?: version| site)?
    skip (?:to (?:the )?(?:main )?content|(?:this )?ad(?:vertisement)?)
    (?:back|scroll|return|jump) to (?:the )?top
    menu|search|home|log ?in|sign in|print|save|close|loading|next|previous|comments?|replay
    (?:view |show |leave |post |add |read )?(?:a |all |the )?(?:\d+ )?comments?
    (?:sound off|join the (?:conversation|discussion)|have your say)(?: (?:in|on|below).{0,30})?
    we use cookies.*|this (?:web)?site uses cookies.*|(?:accept|reject)(?: all)?(?: cookies)?
    by continuing to (?:use|browse) (?:this|our) (?:web)?site.*
    share(?: this(?: (?:article|story|post|page|news|link))?)?(?: (?:on|via|with) .{0,20})?
"""
_HEADINGS = r"""
    (?:the )?key (?:points?|takeaways?|facts)|(?:story )?highlights|at a glance|in brief|summary
    contradictions|what (?:to|we) know(?: so far)?
    \d+[- ]min(?:ute)?s?[- ]read|(?:estimated )?reading time.{0,20}
    listen to (?:this|the) (?:article|story|episode|podcast).{0,30}
    this is a (?:breaking|developing) (?:news )?story(?:[ ,;]+(?:and )?(?:it )?will be updated.*)?
    (?:please )?check back (?:for|later).{0,60}
"""
_OTHER_ARTICLES = r"""
    (?:read|see|learn|find out) (?:more|also|next)(?: ?:.*| (?:about|at|here|on)\b.{0,60})?
    (?:also read|see also|related|don't miss|you may also like|what to read next)(?: ?:.*)?
    related (?:articles?|stor(?:y|ies)|topics?|coverage|content)(?: ?:.*)?
    more (?:on this(?: story)?|from [\w.]+(?: [\w.]+)?|stories|coverage)
    continue reading(?: .{0,30})?
    (?:most|more) (?:read|popular|viewed|shared)|trending(?: now)?|recommended(?: for you)?
    top stories|latest (?:news|stories)|editor'?s'? (?:picks?|choice)
    (?:click|tap) (?:here|below)(?: .{0,80})?
    (?:watch|view) (?:the )?(?:live|video|gallery|photos)(?: (?:above|below|here))?
"""
_SELLING = r"""
    advertise?ments?|ad|advertorial|paid post|(?:sponsored|promoted)(?: content| by .{1,40})?
    (?:story|article|report|content) continues (?:after|below)(?: .{0,30})?
    (?:sign up|subscribe)(?: (?:now|today|here|free|for free))?
    (?:sign up|subscribe) .{0,100}(?:newsletters?|e-?mails?|alerts?|briefing|inbox|channel).{0,40}
    (?:get|have) .{1,100} (?:to|in) your inbox.{0,40}|download (?:the|our) .{0,40}app.{0,40}
    (?:follow|like|join) [\w .@']{1,40} on (?:facebook|instagram|telegram|twitter|x|youtube)
    (?:follow|like|join) [\w .@']{1,40} on (?:facebook|twitter|x)[: ]+@?\w+
"""
_CREDITS = r"""
    ©.{0,120}|(?:\(c\)|copyright) (?:©|\(c\)|\d{4}).{0,120}|.{0,80}all rights reserved
    this material may not be published.*
    .{1,120} contributed (?:to this (?:report|story|article)|reporting)(?: from .{1,40})?
    \((?:reporting|writing|editing) by .{1,120}\)|additional reporting by .{1,100}
    (?:reporting|writing) by .{1,100} editing by .{1,60}
    \(?(?:file )?(?:photo|photograph|image|picture|video) (?:credit|courtesy)\b.{1,60}
    \(?(?:photo|image)s? ?(?::|by [^/]{1,40}/) ?(?:ap|afp|reuters|epa|getty)\b.{0,60}
    \(?(?:ap|afp|reuters|epa|getty)(?: photo| images?)? ?/ ?.{1,60}|getty images
    (?:by )?(?:the )?(?:associated press|ap|afp|reuters)
"""
_NOTICE = re.compile(
    "|".join(
        line.strip()
        for group in (_PAGE, _HEADINGS, _OTHER_ARTICLES, _SELLING, _CREDITS)
        for line in group.strip().splitlines()
    )
)

_NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,2}"
_BYLINE = re.compile(
    rf"(?:By|BY) {_NAME}(?:(?:, {_NAME})*,? (?:and|AND) {_NAME})?"
    r"(?:(?:,|,? (?:of|for)) (?:[\w.'’]+ )*(?i:ap|cnn|correspondent|editor|news|post|press|reporter"
    r"|reuters|staff|times|writer)\b.{0,40})?"
)

_SHARING = listed(
    """bluesky comment comments copied copy email facebook flipboard instagram link linkedin more
    on pinterest print reddit save share sms telegram threads this tweet twitter via whatsapp x
    youtube"""
)
_STAMP = listed(
    """first last story release published updated posted modified created on at
    mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun
    sunday jan january feb february mar march apr april may jun june jul july aug august sep sept
    september oct october nov november dec december
    a p m am pm hrs akdt bst cet cst ct edt est et gmt ist mdt mst mt pdt pst pt uk us utc
    st nd rd th"""
)
_QUOTES = tuple("\"'“‘«")
_DATED = re.compile(r"\d{4}|\d ?: ?\d\d")


def is_furniture(sentence: str) -> bool:
    """Whether `sentence` belongs to the page and not to the report."""
    text = " ".join(sentence.split())
    if len(text) > _LONGEST or text[:1] in _QUOTES:
        return False
    bare = re.sub(r"^[^\w©(]+|[^\w)]+$", "", fold(text))
    if not bare or _NOTICE.fullmatch(bare) or _BYLINE.fullmatch(text.rstrip(" .|")):
        return True
    tokens = re.findall(r"[^\W\d_]+|\d+", bare)
    if len(tokens) < 2:
        return False
    names = {token for token in tokens if not token.isdigit()}
    return names <= _SHARING or (names <= _STAMP and bool(_DATED.search(bare)))
