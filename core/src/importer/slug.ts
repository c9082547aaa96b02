/** File names from titles: lower case, hyphens, at most 80 characters, as the pages themselves do. */

const LONGEST = 80;

export function slug(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}

/** One slug a title, in order, no two alike. */
export function uniqueSlugs(titles: readonly string[]): string[] {
  const used = new Set<string>();
  return titles.map((title) => {
    const base = slug(title) || 'untitled';
    let name = base;
    for (let number = 2; used.has(name); number++) name = `${base}-${String(number)}`;
    used.add(name);
    return name;
  });
}
