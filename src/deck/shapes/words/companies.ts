/** Names in an italic parenthesis, or behind "asked at" in any brackets. */
const SAID =
  /\s*[_*]\(([^()_*\n]{2,200})\)[_*]\s*$|\s*[[(](?:asked (?:at|by|in)|companies|company):?\s+([^[\]()\n]{2,200})[\])]\s*$/i;
/** `[Google]`, `` `[Netflix, Uber]` ``, (Meta). */
const BRACKETS =
  /\s+(`?)(?:\*\*)?(?:\[([^[\]()`\n]{2,100})\]|\(([^[\]()`\n]{2,100})\))(?:\*\*)?\1\s*$/;
/** With what either ends: most titles end in neither. */
const ENDS = new Set('_*])`');
/** Of what may stand in brackets, these are companies without doubt. */
const KNOWN = new Set(
  'google,amazon,aws,meta,facebook,apple,microsoft,netflix,uber,lyft,airbnb,linkedin,twitter,adobe,oracle,ibm,nvidia,intel,stripe,spotify,salesforce,paypal,bloomberg,goldman sachs,jpmorgan,morgan stanley,openai,anthropic,deepmind,tesla,bytedance,tiktok,alibaba,tencent,baidu,huawei,samsung,yandex,flipkart,walmart,swiggy,zomato,paytm,infosys,tcs,wipro,accenture,cognizant,capgemini,deloitte,atlassian,shopify,snap,snapchat,pinterest,dropbox,slack,databricks,snowflake,palantir,two sigma,jane street,citadel,ebay,yahoo,cisco,vmware,qualcomm,sap,booking,grab,shopee,doordash,instacart,robinhood,coinbase,reddit,zoom,github,gitlab,redhat,red hat,hashicorp,cloudflare,datadog,mongodb,elastic,hugging face,mistral,cohere,xai'.split(
    ',',
  ),
);
/** As many brackets may stand one behind the other. */
const MAX_BRACKETS = 8;

/** A question's text without the companies at its end, and their names. */
export interface AskedAt {
  readonly text: string;
  readonly companies: readonly string[];
}

/** Takes the companies off the end of a question's line. */
export function takeCompanies(given: string): AskedAt {
  if (!ENDS.has(given.trimEnd().at(-1) ?? '')) return { text: given, companies: [] };
  const said = /[_*\])]\s*$/.test(given) ? SAID.exec(given) : null;
  if (said !== null) {
    const companies = namesIn(said[1] ?? said[2] ?? '', /[,;]/);
    return { text: given.slice(0, said.index), companies };
  }
  let text = given;
  const found: string[] = [];
  for (let round = 0; round < MAX_BRACKETS && /[\])`*]\s*$/.test(text); round++) {
    const match = BRACKETS.exec(text.slice(-120));
    const names = namesIn(match?.[2] ?? match?.[3] ?? '', /[,;/|&]/);
    if (match === null || !names.some((name) => KNOWN.has(name.toLowerCase()))) break;
    found.unshift(...names);
    text = text.slice(0, Math.max(0, text.length - 120) + match.index);
  }
  return { text, companies: [...new Set(found)] };
}

const namesIn = (list: string, between: RegExp) =>
  [...new Set(list.split(between).map((name) => name.trim()))].filter((name) => name !== '');
