"""What English needs to know about the full stop: the words that carry one, and what follows them.

All words are in lower case and without their final stop.
"""

from __future__ import annotations

from reader.language.words import listed

#: Never the last word of a sentence: titles, ranks, and what introduces more.
NEVER_LAST = listed(
    """
    adj adm asst attn atty brig bro capt cdr cf cmdr cmsgt col cols comdr const cpl cpt dep det
    dr drs e.g ens fr gen gens gov govs hon i.e insp lt lts maj messrs mlle mme mr mrs ms msgr
    msgt mx ofc p.s pfc pres prof profs ps pvt rep reps rev sen sens sfc sgt sgts spc sra srta
    ssgt ste supt surg treas v v.p viz vs
    """
)

#: States and provinces as written after a town.
STATES = listed(
    """
    ala alta ariz ark b.c calif colo conn d.c dela fla ga ill ind kan kans ky la man mass md me mich
    minn miss mo mont n.b n.c n.d n.h n.j n.l n.m n.s n.y neb nev okla ont ore p.e.i p.r pa penn que
    r.i s.c s.d sask tenn tex va vt w.va wash wis wyo
    """
)

#: May stand inside a sentence or end it; the next word tells.
ABBREVIATIONS = STATES | listed(
    """
    jan feb apr jun jul aug sep sept oct nov dec
    e.u l.a u.a.e u.k u.n u.s u.s.a u.s.s.r apt ave bldg blvd dept dist div ft hwy inst int'l intl
    mt mts nat'l natl gov't govt pkwy rd sq st stn univ
    assn assoc bros co corp cos gmbh inc jr llc llp ltd mfg plc pte pty sr
    addl approx ca ed eds esp esq est ext hr hrs ibid incl kg km lb lbs mins misc ph.d resp ret
    secs tbsp tel tsp yd yds
    """
)

#: Of these, the ones that are ordinary words or names unless they begin with a capital.
CAPITALISED = listed(
    """
    col const dep det gen ill ind la man mass me miss ore pres rep reps rev ste treas wash
    """
)

#: Inside a sentence before lower case only; a capital after them begins the next.
MAY_CLOSE = listed("a.d a.m al b.c.e c.e d.d.s etc m.d p.m r.n")

#: Abbreviations only before a number: "No. 5", "p. 55", "Art. 5", "S. 10th Street".
BEFORE_NUMBERS = listed(
    """
    app art arts b c ch chap cl d e ext fig figs fl fri july june mar may mon n no nos nr n° op
    p par para pop pp pt pts r s sat sec ser ss sun thu thur thurs tue tues v ver vol vols w wed
    """
)

#: What follows the time of day inside a sentence.
AFTER_CLOCK = listed(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept.
    oct. nov. dec. bst cdt cest cet cst ct edt est et gmt ist jst kst mdt mst mt pdt pst pt utc
    central eastern greenwich mountain pacific
    """
)

#: Words that begin a sentence when they follow an abbreviation with a capital letter.
STARTERS = listed(
    """
    a about according across actually add after afterwards again against all almost already also
    although altogether always am amid among an and another any anyone anything are as asked at
    back based be because before below beneath beside besides between beyond both but by can
    clearly compared concerning considering could critics despite did do does during each
    earlier either elsewhere even eventually ever every everybody everyone everything except few
    finally first following for former fortunately from furthermore generally given had half has
    have having he her here hers herself him himself his hopefully how however i if in indeed
    initially inside instead into is it its itself just last lastly lately later like likewise
    many maybe me meanwhile moreover most much must my near nearly neither never nevertheless
    next nobody none nonetheless nor not nothing now of off officials often on once one only
    opponents or other others otherwise our out outside over overall part people perhaps please
    police previously rather recently regardless reporters she should similarly since so some
    somebody someone something sometimes soon still such suddenly supporters surely than that
    the their them then there therefore these they this those though through throughout thus to
    today together tomorrow tonight too toward towards two under unfortunately unless unlike
    until up upon usually very was we were what whatever when whenever where whereas wherever
    whether which while who whoever whom whose why with within without would yes yesterday yet
    you your
    """
)

#: Words that a single letter or numeral completes: "Plan B." may end where "George W." does not.
LETTERED = listed(
    """
    appendix category class exhibit generation grade group hepatitis level phase plan schedule
    section tier title type vitamin war
    """
)

#: Names that end in an exclamation mark: "E! News", "Mamma Mia!".
EXCLAIMED = frozenset({"E", "Jeopardy", "Mia", "Oklahoma", "Wham", "Yahoo"})

#: Verbs that tie the quotation before them to the speaker between.
SPEECH = listed(
    """
    added adds announced answered argued asked asks continued cried declared explained insisted
    joked noted quipped recalled replied responded said says shouted stated told tweeted wondered
    wrote yelled
    """
)
