/** One of the example's invented people, and the groups each is in. */
export type InventedPerson = {
  /** The number of an employee of Acme. */
  id: string;
  name: string;
  email: string;
  isActive: boolean;
  groups: readonly string[];
};

const firstNames = [
  ...['Ada', 'Amir', 'Anouk', 'Beatriz', 'Chen', 'Dario', 'Elif', 'Emeka', 'Farah', 'Gustav', 'Hana', 'Ines'],
  ...['Ivo', 'Jun', 'Kavya', 'Lars', 'Leila', 'Mateo', 'Mei', 'Nadia', 'Noor', 'Olga', 'Pavel', 'Quinn'],
  ...[
    'Aino',
    'Bilal',
    'Camila',
    'Dmitri',
    'Esther',
    'Fatou',
    'Giulia',
    'Hassan',
    'Isla',
    'Jakub',
    'Keiko',
    'Luca',
  ],
  ...['Rafael', 'Ravi', 'Saoirse', 'Sofia', 'Tariq', 'Uma', 'Viktor', 'Wanjiru', 'Yara', 'Zofia'],
];
const lastNames = [
  ...['Abara', 'Bauer', 'Castillo', 'Dubois', 'Eriksen', 'Fischer', 'Grimaldi', 'Haddad', 'Ito', 'Jansen'],
  ...['Kaplan', 'Lindgren', 'Moreau', 'Nakamura', 'Okafor', 'Petrov', 'Quispe', 'Rahman', 'Silva', 'Tanaka'],
  ...[
    'Almeida',
    'Berg',
    'Chowdhury',
    'Diaz',
    'Eze',
    'Farkas',
    'Gupta',
    'Hoang',
    'Ivanov',
    'Jensen',
    'Kowalski',
  ],
  ...['Larsson', 'Mbeki', 'Novak', 'Owens', 'Park', 'Rossi', 'Santos', 'Thapa', 'Ulrich', 'Vasquez', 'Walsh'],
  ...['Ueda', 'Varga', 'Weber', 'Xu', 'Yilmaz', 'Zeman'],
];

const scim = (name: string, people: number) => ({ name, source: 'scim', people }) as const;
const byHand = (name: string, people: number) => ({ name, source: 'manual', people }) as const;

/** Where the example's people work, with how many: each is in exactly one of these, 10,000 in all. */
const departments = [
  scim('Platform', 1_240),
  scim('Data', 860),
  scim('Mobile', 740),
  scim('Web', 980),
  scim('Payments', 362),
  scim('Infrastructure', 530),
  scim('Security', 148),
  scim('Quality', 412),
  scim('Sales', 1_310),
  scim('Support', 1_084),
  scim('Marketing', 486),
  scim('Finance', 268),
  scim('People and Legal', 214),
  byHand('Contractors', 1_366),
] as const;

/** Where they live: each is in one of these as well, the first being the largest. */
const regions = ['Acme Europe', 'Acme Americas', 'Acme Asia'] as const;

/** Made by hand, across departments; a part of everybody is in it. */
const circles = [
  { name: 'Design system', share: 0.03 },
  { name: 'On call', share: 0.06 },
] as const;

/** The example's groups; most come over SCIM. */
export const exampleGroups: readonly { name: string; source: 'scim' | 'manual' }[] = [
  ...departments.map(({ name, source }) => ({ name, source })),
  ...regions.map((name) => ({ name, source: 'scim' as const })),
  ...circles.map(({ name }) => ({ name, source: 'manual' as const })),
];

/** Whole numbers below a bound, the same at every start: a linear congruential generator. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const firstNumber = 10_001;
const shareLeft = 0.012;

/** The example's 10,000 people, the same every time; a few have left and are deactivated. */
export function examplePopulation(seed = 20_261_125): InventedPerson[] {
  const next = numbersFrom(seed);
  const chance = (share: number) => next(10_000) < share * 10_000;
  const namesakes = new Map<string, number>();
  const addressOf = (name: string): string => {
    const count = (namesakes.get(name) ?? 0) + 1;
    namesakes.set(name, count);
    return `${name.toLowerCase().replace(' ', '.')}${count === 1 ? '' : String(count)}@acme.example`;
  };
  const homes = departments.flatMap(({ name, people }) => Array.from({ length: people }, () => name));
  return homes.map((home, index) => {
    const name = `${firstNames[next(firstNames.length)]} ${lastNames[next(lastNames.length)]}`;
    const region = regions[chance(0.5) ? 0 : chance(0.6) ? 1 : 2];
    return {
      id: `A${firstNumber + index}`,
      name,
      email: addressOf(name),
      isActive: !chance(shareLeft),
      groups: [home, region, ...circles.filter(({ share }) => chance(share)).map((circle) => circle.name)],
    };
  });
}
