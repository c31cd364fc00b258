"""The words that names come with: titles, roles, parties, and what marks a place or a body."""

from __future__ import annotations

from reader.language.words import listed

TITLES = listed(
    """
    mr mrs ms miss dr sir dame lord lady president minister premier chancellor senator senators sen
    sens representative representatives rep reps congressman congresswoman governor gov govs mayor
    king queen prince princess duke duchess emperor sultan sheikh ayatollah pope cardinal bishop
    archbishop rabbi imam reverend rev father judge justice justices magistrate prosecutor sheriff
    officer detective det constable inspector sergeant sgt lieutenant lt captain capt major maj
    colonel col general gen brigadier admiral commander cmdr corporal cpl private pvt marshal chief
    secretary undersecretary ambassador envoy consul speaker leader chairman chairwoman chair
    director commissioner superintendent professor prof dean principal coach manager ceo coo cfo
    attorney lawyer counsel spokesman spokeswoman spokesperson agent adviser advisor aide councilman
    councilwoman councilmember legislator lawmaker assemblyman assemblywoman whip correspondent
    publicist deputy comrade founder chairperson investigator trooper
    """
)
"""Words that stand before a name in capitals and are no part of it."""

COURTESY = listed("mr mrs ms miss dr sir")
"""Titles that say nothing of a role."""

ROLES = TITLES | listed(
    """
    official officials dictator strongman ruler monarch head executive analyst economist expert
    scientist researcher historian author writer novelist journalist reporter columnist editor
    anchor host star actor actress singer rapper musician comedian model director producer filmmaker
    designer photographer developer tycoon billionaire businessman businesswoman entrepreneur owner
    operative strategist consultant lobbyist activist candidate nominee contender frontrunner rival
    incumbent opponent challenger freshman veteran pilot astronaut soldier marine fighter boxer
    champion quarterback pitcher striker goalkeeper midfielder defender forward center guard baseman
    fielder shortstop receiver cornerback linebacker safety catcher outfielder player rookie golfer
    driver swimmer runner climber skier mountaineer student teacher doctor nurse psychiatrist
    pathologist neighbor neighbour resident survivor victim witness suspect defendant gunman shooter
    killer hacker whistleblower informant husband wife son daughter brother sister mother father
    grandmother grandfather uncle aunt cousin nephew niece boyfriend girlfriend fiance fiancee
    partner friend widow parents pastor priest cleric protester rep representative heir socialite
    skipper guitarist drummer bassist frontman playwright poet painter artist chef blogger pundit
    clerk treasurer comptroller auditor solicitor barrister mp premier
    """
)
"""Words, in lower case too, that say who somebody is."""

MODIFIERS = listed(
    """
    prime vice foreign former deputy first acting interim assistant associate senior junior chief
    defense defence national security police fire district attorney executive press state interior
    finance campaign communications managing general supreme supporting top team free music movie
    opposition late then ex longtime federal county city public party majority minority presidential
    vice-presidential democratic republican house senate white special independent republican
    """
)
"""Words that narrow a title or role down."""

PARTIES = listed(
    """
    republican republicans democrat democrats democratic conservative conservatives liberal liberals
    labour tory tories gop muslim muslims christian christians catholic catholics jewish jew jews
    islamic hispanic hispanics latino latinos latina arab arabs western westerners
    """
)
"""Allegiances: as words by themselves they name nobody."""

HEADS = {
    "of": listed(
        """
        department ministry bank university gulf house secretary chief court city board bureau
        office institute college church republic district council center centre academy museum
        school cape isle strait sea bay duke duchess prince princess king queen speaker league
        association federation union organization organisation library hall medal war battle
        director committee commission conference society diocese county town village minister
        commissioner attorney chamber states bill tower mount sons daughters knights heart bank
        """
    ),
    "for": listed(
        """
        center centre institute foundation committee association council citizens americans
        fund organization organisation agency secretary movement alliance partnership campaign
        """
    ),
    "on": listed("committee commission council conference subcommittee panel caucus"),
}
"""The heads of a name that goes on with the given word: "Department of", "Committee on"."""

PARTICLES = listed("de del la las los von van der den bin ben al el da di du dos ul abu ibn ter")

PLACE_HEADS = listed("gulf lake mount cape fort port strait bay sea isle city state")
PLACE_TAILS = listed(
    """
    city county street avenue boulevard road highway river island islands isles hill hills park
    beach bay lake lakes valley canyon desert forest mountain mountains creek falls springs square
    palace airport stadium arena courthouse prison jail hospital school university college hall
    center centre tower towers plaza mall bridge harbor harbour port gulf strait sea ocean peninsula
    province region district township village heights gardens church mosque cathedral cemetery
    embassy base camp border coast
    """
)
"""What ends the name of somewhere one can be in."""

NOT_PLACES = listed(
    """
    congress parliament senate house cabinet court council assembly legislature twitter facebook
    instagram youtube google islam english spanish french arabic russian chinese christianity
    """
)
"""Where "in" before a name says nothing of a place."""

NAMELESS = listed("north south east west i ok tv internet web god am pm et est gmt v vs no")
ENDINGS = listed("jr sr ii iii iv")

BODIES = listed(
    """
    department ministry motors electric assembly office party association committee act court
    bureau agency council university hospital institute foundation company corporation corp inc
    group bank times post journal news tribune herald network channel press league club team
    brigade division regiment force forces army navy guard police service services union center
    centre school college church museum park street avenue house administration authority
    commission board federation organization organisation society fund campaign action
    """
)
"""What ends the name of a body, so that a title in it is no title."""

SURNAMES = listed("king dean judge duke prince pope major marshal bishop chair speaker private")
"""Titles that are also surnames."""

ABBREVIATED = listed(
    """
    mr mrs ms dr sen sens rep reps gov govs gen lt col sgt capt st ft mt jr sr prof rev hon maj
    cmdr adm supt insp det cpl pvt messrs
    """
)
"""What a full stop follows inside a name."""

OPENERS = listed(
    """
    despite amid according asked speaking besides meanwhile earlier later however nevertheless
    instead citing calling saying noting adding following including based given like unlike among
    sources officials critics police authorities investigators witnesses prosecutors lawmakers
    former current new old many most some several other another such fellow both neither yes no
    even now then today first second third last next early late recent recently experts analysts
    supporters opponents protesters residents reporters people men women two three four five six
    seven eight nine ten perhaps maybe please look thank thanks ask tell let check read see watch
    report reports exclusive update updated breaking analysis opinion photo video image file
    editor source published posted presumptive actress actor singer star real senior top
    """
)
"""Words that open a sentence, or a line, with a capital that means nothing."""
