/** The days that a CSL date names, in each of the forms that people's files have it in. What they mean for an entry is `csl-item.ts`'s job. */

/** Year, month, day as far as they are known; one or a range's two. Empty where the date has no year in numbers ("raw", "literal", plain text). */
export function daysIn(date: unknown): readonly (readonly number[])[] {
  // Pandoc's older YAML: "issued: {year: 2019, month: 3}", or a list of one or a range's two such.
  if (Array.isArray(date)) return date.slice(0, 2).flatMap(daysIn);
  if (typeof date !== 'object' || date === null) return [];
  const { 'date-parts': parts, year, month, day } = date as Readonly<Record<string, unknown>>;
  return Array.isArray(parts) ? parts.flatMap(soundPart) : soundPart([year, month, day]);
}

/** Some write "2020" for 2020, some [[2020, null]]; a month without its year says nothing. */
function soundPart(day: unknown): readonly (readonly number[])[] {
  const numbers = Array.isArray(day) ? (day as readonly unknown[]).map(Number) : [];
  const end = numbers.findIndex((part) => !Number.isInteger(part) || part === 0);
  const sound = end < 0 ? numbers : numbers.slice(0, end);
  return sound.length === 0 ? [] : [sound];
}

const DATES = new Set(['issued', 'accessed', 'submitted', 'event-date', 'original-date', 'available-date']);

/** The item with "date-parts" where it has its dates in the older form, which nothing but Pandoc and this product reads. */
export const withDateParts = (item: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, DATES.has(name) ? withParts(value) : value]),
  );

function withParts(value: unknown): unknown {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'object' || first === null || 'date-parts' in first) return value;
  const days = daysIn(value);
  if (days.length === 0) return value;
  const { year: _year, month: _month, day: _day, ...rest } = first as Readonly<Record<string, unknown>>;
  return { ...rest, 'date-parts': days };
}
