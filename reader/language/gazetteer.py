"""A small atlas: countries with their people and capitals, US states, large cities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reader.language.words import normal

# Country: people (adjectives and inhabitants): capital, then other cities.
_COUNTRIES = """
Afghanistan: Afghan: Kabul, Kandahar
Albania: Albanian: Tirana
Algeria: Algerian: Algiers
Angola: Angolan: Luanda
Argentina: Argentine, Argentinian: Buenos Aires
Armenia: Armenian: Yerevan
Australia: Australian: Canberra, Sydney, Melbourne, Brisbane, Perth, Adelaide
Austria: Austrian: Vienna, Salzburg
Azerbaijan: Azerbaijani: Baku
Bahrain: Bahraini: Manama
Bangladesh: Bangladeshi: Dhaka
Belarus: Belarusian: Minsk
Belgium: Belgian: Brussels, Antwerp
Bolivia: Bolivian: La Paz
Bosnia: Bosnian: Sarajevo
Brazil: Brazilian: Brasilia, Rio de Janeiro, Sao Paulo
Bulgaria: Bulgarian: Sofia
Burkina Faso: Burkinabe: Ouagadougou
Burundi: Burundian: Bujumbura
Cambodia: Cambodian: Phnom Penh
Cameroon: Cameroonian: Yaounde
Canada: Canadian: Ottawa, Toronto, Montreal, Vancouver, Calgary, Quebec, Ontario
Chile: Chilean: Santiago
China: Chinese: Beijing, Shanghai, Guangzhou, Shenzhen, Wuhan
Colombia: Colombian: Bogota, Medellin
Congo: Congolese: Kinshasa
Costa Rica: Costa Rican: San Jose
Croatia: Croatian, Croat: Zagreb
Cuba: Cuban: Havana
Cyprus: Cypriot: Nicosia
Czech Republic: Czech: Prague
Denmark: Danish, Dane: Copenhagen
Dominican Republic: Dominican: Santo Domingo
Ecuador: Ecuadorian, Ecuadorean: Quito
Egypt: Egyptian: Cairo, Alexandria
El Salvador: Salvadoran: San Salvador
Eritrea: Eritrean: Asmara
Estonia: Estonian: Tallinn
Ethiopia: Ethiopian: Addis Ababa
Fiji: Fijian: Suva
Finland: Finnish, Finn: Helsinki
France: French, Frenchman, Frenchwoman: Paris, Marseille, Lyon
Gambia: Gambian: Banjul
Georgia: Georgian: Tbilisi
Germany: German: Berlin, Munich, Frankfurt, Hamburg, Cologne
Ghana: Ghanaian: Accra
Greece: Greek: Athens, Thessaloniki
Guatemala: Guatemalan: Guatemala City
Guinea: Guinean: Conakry
Guyana: Guyanese: Georgetown
Haiti: Haitian: Port-au-Prince
Honduras: Honduran: Tegucigalpa
Hong Kong: Hong Konger:
Hungary: Hungarian: Budapest
Iceland: Icelandic, Icelander: Reykjavik
India: Indian: New Delhi, Delhi, Mumbai, Kolkata, Chennai, Bangalore
Indonesia: Indonesian: Jakarta, Bali
Iran: Iranian: Tehran
Iraq: Iraqi: Baghdad, Mosul, Basra, Fallujah
Ireland: Irish, Irishman: Dublin
Israel: Israeli: Jerusalem, Tel Aviv, Haifa
Italy: Italian: Rome, Milan, Naples, Venice, Florence, Turin
Ivory Coast: Ivorian: Abidjan
Jamaica: Jamaican: Kingston
Japan: Japanese: Tokyo, Osaka, Kyoto, Hiroshima, Nagasaki, Fukushima
Jordan: Jordanian: Amman
Kazakhstan: Kazakh: Astana, Almaty
Kenya: Kenyan: Nairobi, Mombasa
Kosovo: Kosovar: Pristina
Kuwait: Kuwaiti: Kuwait City
Kyrgyzstan: Kyrgyz: Bishkek
Laos: Laotian: Vientiane
Latvia: Latvian: Riga
Lebanon: Lebanese: Beirut
Liberia: Liberian: Monrovia
Libya: Libyan: Tripoli, Benghazi
Lithuania: Lithuanian: Vilnius
Luxembourg: Luxembourger:
Macedonia: Macedonian: Skopje
Madagascar: Malagasy: Antananarivo
Malawi: Malawian: Lilongwe
Malaysia: Malaysian: Kuala Lumpur
Maldives: Maldivian:
Mali: Malian: Bamako
Malta: Maltese: Valletta
Mauritania: Mauritanian: Nouakchott
Mexico: Mexican: Mexico City, Tijuana, Cancun, Ciudad Juarez
Moldova: Moldovan: Chisinau
Mongolia: Mongolian: Ulan Bator
Montenegro: Montenegrin: Podgorica
Morocco: Moroccan: Rabat, Casablanca, Marrakesh
Mozambique: Mozambican: Maputo
Myanmar: Burmese: Naypyidaw, Yangon
Namibia: Namibian: Windhoek
Nepal: Nepalese, Nepali: Kathmandu
Netherlands: Dutch, Dutchman: Amsterdam, Rotterdam, The Hague
New Zealand: New Zealander, Kiwi: Wellington, Auckland, Christchurch
Nicaragua: Nicaraguan: Managua
Niger: Nigerien: Niamey
Nigeria: Nigerian: Abuja, Lagos
North Korea: North Korean: Pyongyang
Norway: Norwegian: Oslo
Oman: Omani: Muscat
Pakistan: Pakistani: Islamabad, Karachi, Lahore, Peshawar
Palestine: Palestinian: Ramallah, Gaza City, Rafah
Panama: Panamanian: Panama City
Paraguay: Paraguayan: Asuncion
Peru: Peruvian: Lima
Philippines: Filipino, Philippine: Manila
Poland: Polish, Pole: Warsaw, Krakow
Portugal: Portuguese: Lisbon, Porto
Puerto Rico: Puerto Rican: San Juan
Qatar: Qatari: Doha
Romania: Romanian: Bucharest
Russia: Russian: Moscow, St. Petersburg, Sochi, Vladivostok
Rwanda: Rwandan: Kigali
Saudi Arabia: Saudi, Saudi Arabian: Riyadh, Jeddah, Mecca
Senegal: Senegalese: Dakar
Serbia: Serbian, Serb: Belgrade
Sierra Leone: Sierra Leonean: Freetown
Singapore: Singaporean:
Slovakia: Slovak, Slovakian: Bratislava
Slovenia: Slovenian, Slovene: Ljubljana
Somalia: Somali, Somalian: Mogadishu
South Africa: South African: Pretoria, Johannesburg, Cape Town, Durban
South Korea: South Korean: Seoul, Busan
South Sudan: South Sudanese: Juba
Spain: Spanish, Spaniard: Madrid, Barcelona, Seville
Sri Lanka: Sri Lankan: Colombo
Sudan: Sudanese: Khartoum
Sweden: Swedish, Swede: Stockholm, Gothenburg
Switzerland: Swiss: Bern, Geneva, Zurich, Davos
Syria: Syrian: Damascus, Aleppo
Taiwan: Taiwanese: Taipei
Tajikistan: Tajik: Dushanbe
Tanzania: Tanzanian: Dodoma, Dar es Salaam
Thailand: Thai: Bangkok
Tunisia: Tunisian: Tunis
Turkey: Turkish, Turk: Ankara, Istanbul
Turkmenistan: Turkmen: Ashgabat
Uganda: Ugandan: Kampala
Ukraine: Ukrainian: Kyiv, Kiev, Kharkiv, Odesa, Mariupol
United Arab Emirates: Emirati: Abu Dhabi, Dubai
United Kingdom: British, Briton: London, Manchester, Birmingham, Liverpool, Leeds
England: English, Englishman:
Scotland: Scottish, Scot: Edinburgh, Glasgow
Wales: Welsh: Cardiff
Northern Ireland: Northern Irish: Belfast
United States: American: Washington, Hollywood
Uruguay: Uruguayan: Montevideo
Uzbekistan: Uzbek: Tashkent
Vatican: Vatican:
Venezuela: Venezuelan: Caracas
Vietnam: Vietnamese: Hanoi, Ho Chi Minh City
Yemen: Yemeni: Sanaa, Aden
Zambia: Zambian: Lusaka
Zimbabwe: Zimbabwean: Harare
Europe: European:
Africa: African:
Asia: Asian:
"""

# State: abbreviations in agency style, then cities.
_STATES = """
Alabama: Ala., AL: Montgomery
Alaska: AK: Anchorage, Juneau, Wasilla
Arizona: Ariz., AZ: Phoenix, Tucson
Arkansas: Ark., AR: Little Rock
California: Calif., CA: Los Angeles, San Francisco, San Diego, Sacramento, Oakland, Malibu
Colorado: Colo., CO: Denver, Boulder
Connecticut: Conn., CT: Hartford, New Haven
Delaware: Del., DE: Wilmington
Florida: Fla., FL: Miami, Orlando, Tampa, Tallahassee, Jacksonville, Fort Lauderdale
Hawaii: HI: Honolulu
Idaho: ID: Boise
Illinois: Ill., IL: Chicago
Indiana: Ind., IN: Indianapolis
Iowa: IA: Des Moines
Kansas: Kan., KS: Topeka, Wichita
Kentucky: Ky., KY: Louisville, Frankfort
Louisiana: La., LA: New Orleans, Baton Rouge
Maine: ME: Augusta
Maryland: Md., MD: Baltimore, Annapolis
Massachusetts: Mass., MA: Boston
Michigan: Mich., MI: Detroit, Lansing, Flint
Minnesota: Minn., MN: Minneapolis, St. Paul
Mississippi: Miss., MS: Biloxi
Missouri: Mo., MO: St. Louis, Kansas City, Jefferson City
Montana: Mont., MT: Billings
Nebraska: Neb., NE: Omaha
Nevada: Nev., NV: Las Vegas, Reno
New Hampshire: N.H., NH: Concord
New Jersey: N.J., NJ: Newark, Trenton
New Mexico: N.M., NM: Albuquerque, Santa Fe
New York: N.Y., NY: New York City, Albany, Buffalo, Brooklyn, Manhattan, Queens
North Carolina: N.C., NC: Charlotte, Raleigh
North Dakota: N.D., ND: Fargo, Bismarck
Ohio: OH: Columbus, Cleveland, Cincinnati
Oklahoma: Okla., OK: Oklahoma City, Tulsa
Oregon: Ore., OR: Portland, Salem
Pennsylvania: Pa., PA, Penn.: Philadelphia, Pittsburgh, Harrisburg
Rhode Island: R.I., RI: Providence
South Carolina: S.C., SC: Charleston
South Dakota: S.D., SD: Sioux Falls
Tennessee: Tenn., TN: Nashville, Memphis
Texas: TX: Houston, Dallas, Austin, San Antonio, El Paso, Fort Worth
Utah: UT: Salt Lake City
Vermont: Vt., VT: Burlington
Virginia: Va., VA: Richmond, Norfolk
Georgia: Ga., GA: Atlanta, Savannah
Washington: Wash., WA: Seattle, Tacoma, Spokane, Bellingham
West Virginia: W.Va., WV:
Wisconsin: Wis., WI: Milwaukee, Madison
Wyoming: Wyo., WY: Cheyenne
District of Columbia: D.C., DC:
"""

_SAME = """
United States: US, USA, America, United States of America
United Kingdom: UK, Britain, Great Britain
United Arab Emirates: UAE
North Korea: DPRK, Democratic People's Republic of Korea
South Korea: ROK, Republic of Korea
Netherlands: Holland
Myanmar: Burma
Czech Republic: Czechia
Vatican: Vatican City, Holy See
Congo: Democratic Republic of Congo, DRC
Kyiv: Kiev
Odesa: Odessa
Mumbai: Bombay
New York: New York State, New York City, NYC
Los Angeles: L.A.
District of Columbia: Washington D.C., Washington DC
European Union: EU
United Nations: UN, U.N.
"""


@dataclass(frozen=True, slots=True)
class Atlas:
    """What is known of places, all in normal form.

    `place` gives a spelling's one name, `within` what contains a place, `people` the country
    an adjective or inhabitant belongs to, `state` the state an abbreviation stands for.
    """

    place: dict[str, str]
    within: dict[str, str]
    people: dict[str, str]
    state: dict[str, str]


@cache
def atlas() -> Atlas:
    """The tables above, by normal form."""
    place: dict[str, str] = {}
    within: dict[str, str] = {}
    people: dict[str, str] = {}
    state: dict[str, str] = {}
    for country, inhabitants, cities in _rows(_COUNTRIES):
        place[country] = country
        people |= {each + plural: country for each in inhabitants for plural in ("", "s")}
        place |= {city: city for city in cities}
        within |= dict.fromkeys(cities, country)
    for name, short, cities in _rows(_STATES):
        place[name] = name
        state |= dict.fromkeys([*short, name], name)
        place |= {city: place.get(city, city) for city in cities}
        within |= {city: name for city in cities if city not in within}
        within[name] = "" if name == "georgia" else "united states"
    for name, spellings, _ in _rows(_SAME):
        place |= dict.fromkeys([*spellings, name], name)
        within |= {each: within[name] for each in spellings if name in within}
    return Atlas(place, within, people, state)


def _rows(table: str) -> Iterator[tuple[str, list[str], list[str]]]:
    for row in table.strip().splitlines():
        name, *lists = row.split(":")
        second, third = [*([normal(each) for each in part.split(",")] for part in lists), []][:2]
        yield normal(name), list(filter(None, second)), list(filter(None, third))
