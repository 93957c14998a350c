/** One of the example's invented people, and the group each is in. */
export type InventedPerson = { name: string; email: string; group: string };

const firstNames = [
  ...['Ada', 'Amir', 'Anouk', 'Beatriz', 'Chen', 'Dario', 'Elif', 'Emeka', 'Farah', 'Gustav', 'Hana', 'Ines'],
  ...['Ivo', 'Jun', 'Kavya', 'Lars', 'Leila', 'Mateo', 'Mei', 'Nadia', 'Noor', 'Olga', 'Pavel', 'Quinn'],
  ...['Rafael', 'Ravi', 'Saoirse', 'Sofia', 'Tariq', 'Uma', 'Viktor', 'Wanjiru', 'Yara', 'Zofia'],
];
const lastNames = [
  ...['Abara', 'Bauer', 'Castillo', 'Dubois', 'Eriksen', 'Fischer', 'Grimaldi', 'Haddad', 'Ito', 'Jansen'],
  ...['Kaplan', 'Lindgren', 'Moreau', 'Nakamura', 'Okafor', 'Petrov', 'Quispe', 'Rahman', 'Silva', 'Tanaka'],
  ...['Ueda', 'Varga', 'Weber', 'Xu', 'Yilmaz', 'Zeman'],
];

/** The example's groups with the number of people in each, 200 in all; the first three come over SCIM. */
export const exampleGroups = [
  { name: 'Platform', source: 'scim', people: 64 },
  { name: 'Data', source: 'scim', people: 41 },
  { name: 'Mobile', source: 'scim', people: 52 },
  { name: 'Contractors', source: 'manual', people: 43 },
] as const;

/** Whole numbers below a bound, the same at every start: a linear congruential generator. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

/** The example's 200 people, the same every time. */
export function examplePopulation(seed = 20_261_125): InventedPerson[] {
  const next = numbersFrom(seed);
  const taken = new Set<string>();
  const invent = (group: string): InventedPerson => {
    const name = `${firstNames[next(firstNames.length)]} ${lastNames[next(lastNames.length)]}`;
    if (taken.has(name)) return invent(group);
    taken.add(name);
    return { name, email: `${name.toLowerCase().replace(' ', '.')}@acme.example`, group };
  };
  return exampleGroups.flatMap(({ name, people }) => Array.from({ length: people }, () => invent(name)));
}
