/**
 * The commonest family names of several regions, folded to plain letters: what tools and language models reach for when they
 * have to make up an author. After Wikipedia's lists of most common surnames; no list of who wrote what.
 */

const BY_REGION: Readonly<Record<string, string>> = {
  'west africa':
    'adebayo adeyemi abubakar adjei appiah asante ba balogun bello boateng camara cisse coulibaly diallo diarra diop eze fall faye gueye kane keita konate kone mensah ndiaye nwosu obi okafor okeke okonkwo okoye osei ouedraogo owusu sarr seck sissoko sow sy toure traore',
  'east africa': 'abebe bekele kamau kimani mwangi njoroge ochieng odhiambo otieno tadesse wanjiru',
  japan:
    'abe aoki endo fujii fujita goto hashimoto hayashi ikeda inoue ishikawa ito kato kimura kobayashi maeda matsumoto mori nakamura nakano nishimura ogawa okada saito sakamoto sasaki sato shimizu suzuki takahashi tanaka taniguchi watanabe yamada yamaguchi yamamoto yoshida',
  iberia:
    'almeida alvarez carvalho castro costa diaz fernandez ferreira flores garcia gomez gonzalez gutierrez hernandez herrera jimenez lopez martinez mendoza morales moreno oliveira ortiz pereira perez ramirez ramos rivera rodrigues rodriguez rojas romero ruiz sanchez santos silva sousa souza torres vargas vasquez vazquez',
  italy:
    'bianchi bruno colombo conti esposito ferrari gallo greco marino moretti ricci rizzo romano rossi russo',
  slavic:
    'dvorak horvat ivanov kowalczyk kowalski kuznetsov lebedev morozov novak novotny nowak orlov pavlov petrov popov smirnov sokolov svoboda volkov wisniewski',
  german:
    'bauer becker fischer hoffmann klein koch meyer mueller muller richter schmidt schneider schulz wagner weber wolf',
  nordic:
    'andersen andersson berg eriksson hansen jensen johansson karlsson larsen larsson lindberg nielsen nilsson olsen olsson pedersen svensson',
  english:
    'anderson brown clark davis evans green hall harris jackson johnson jones miller moore murphy obrien roberts robinson smith taylor thomas thompson walker white williams wilson wright',
  france: 'bernard dubois dupont durand laurent lefebvre leroy martin moreau petit',
  arabic:
    'abdullah ahmed ali benali farouk haddad hassan hussein ibrahim khalil mahmoud mansour mohamed mohammed omar rahman said',
  'south asia':
    'agarwal das gupta iyer joshi khan krishnan kumar mehta nair patel rao reddy sharma singh verma',
  china: 'chen guo he hsu hu huang li lin liu ma sun wang wu xu yang zhang zhao zhou zhu',
  korea: 'cho choi han jang jung kang kim lee lim park yoon',
  vietnam: 'nguyen pham tran',
};

/** Regions of one part of the world, where people have written together for long. */
const PART: Readonly<Record<string, string>> = {
  'west africa': 'africa',
  'east africa': 'africa',
  arabic: 'middle east',
  'south asia': 'south asia',
  japan: 'east asia',
  china: 'east asia',
  korea: 'east asia',
  vietnam: 'east asia',
};

const regions = new Map<string, string>();
for (const [region, names] of Object.entries(BY_REGION))
  for (const name of names.split(' ')) regions.set(name, region);

/** Where a family name is among the commonest, and in which part of the world that is; undefined for all other names. */
export function homeOf(family: string): { readonly region: string; readonly part: string } | undefined {
  const name = family
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');
  // "Petrova" is Petrov's sister.
  const region = regions.get(name) ?? regions.get(name.replace(/(?<=[ov]v|n)a$/, ''));
  return region === undefined ? undefined : { region, part: PART[region] ?? 'the West' };
}
