import type { GeoLocation, GeoLocationDetails } from '@aws-sdk/client-route-53';

const continents: Record<string, string> = {
  AF: 'Africa',
  AN: 'Antarctica',
  AS: 'Asia',
  EU: 'Europe',
  NA: 'North America',
  OC: 'Oceania',
  SA: 'South America',
};

/** ISO 3166-1 and Kosovo, by continent; Route 53 has no geolocation for BV, CX, EH and HM. */
const countries: Record<string, string> = {
  AF: `AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC
    SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW`,
  AN: 'AQ GS TF',
  AS: `AE AF AM AZ BD BH BN BT CC CN GE HK ID IL IN IO IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA
    SA SG SY TH TJ TM TW UZ VN YE`,
  EU: `AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO
    PL PT RO RS RU SE SI SJ SK SM TR UA VA XK`,
  NA: `AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX NI PA PM PR SV SX TC TT US VC VG
    VI`,
  OC: 'AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TL TO TV UM VU WF WS',
  SA: 'AR BO BR CL CO EC FK GF GY PE PY SR UY VE',
};

const states = `AK Alaska|AL Alabama|AR Arkansas|AZ Arizona|CA California|CO Colorado|CT Connecticut|DC District of Columbia|
DE Delaware|FL Florida|GA Georgia|HI Hawaii|IA Iowa|ID Idaho|IL Illinois|IN Indiana|KS Kansas|KY Kentucky|LA Louisiana|
MA Massachusetts|MD Maryland|ME Maine|MI Michigan|MN Minnesota|MO Missouri|MS Mississippi|MT Montana|NC North Carolina|
ND North Dakota|NE Nebraska|NH New Hampshire|NJ New Jersey|NM New Mexico|NV Nevada|NY New York|OH Ohio|OK Oklahoma|OR Oregon|
PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VA Virginia|VT Vermont|
WA Washington|WI Wisconsin|WV West Virginia|WY Wyoming`;

const names = new Intl.DisplayNames('en', { type: 'region' });

/**
 * The places that geolocation knows, in the order in which Route 53 lists them: countries, those of the United States with
 * its states after it, then continents. The country `*` is everywhere else.
 */
export const geoLocations: GeoLocationDetails[] = [
  { CountryCode: '*', CountryName: 'Default' },
  ...Object.values(countries)
    .flatMap((codes) => codes.split(/\s+/))
    .sort()
    .flatMap((CountryCode) => {
      const country = { CountryCode, CountryName: names.of(CountryCode) };
      return CountryCode === 'US' ? [country, ...statesOf(country)] : [country];
    }),
  ...Object.entries(continents).map(([ContinentCode, ContinentName]) => ({ ContinentCode, ContinentName })),
];

function statesOf(country: GeoLocationDetails): GeoLocationDetails[] {
  return states.split(/\|\s*/).map((state) => {
    const [, SubdivisionCode, SubdivisionName] = /^(\S+) (.+)$/.exec(state) ?? [];
    return { ...country, SubdivisionCode, SubdivisionName };
  });
}

/** The place of exactly these codes. */
export function findGeoLocation(codes: GeoLocation): GeoLocationDetails | undefined {
  return geoLocations.find(
    (each) =>
      each.ContinentCode === codes.ContinentCode &&
      each.CountryCode === codes.CountryCode &&
      each.SubdivisionCode === codes.SubdivisionCode,
  );
}
