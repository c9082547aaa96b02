/** What a field holds when it speaks up. */

export const valueOf = (event: Event): string => (event.target as HTMLTextAreaElement).value;
export const checkedOf = (event: Event): boolean => (event.target as HTMLInputElement).checked;

/** As below, and nothing for an empty field. */
export function wholeOrNone(
  event: Event,
  least: number,
  most: number,
  use: (value: number | undefined) => void,
): void {
  if ((event.target as HTMLInputElement).value.trim() === '') use(undefined);
  else whole(event, least, most, use);
}

/** Hands on a whole number inside the bounds; anything else goes back to the nearest one that is. */
export function whole(event: Event, least: number, most: number, use: (value: number) => void): void {
  const field = event.target as HTMLInputElement;
  const number = Math.round(Number(field.value));
  const value =
    field.value.trim() === '' || Number.isNaN(number) ? least : Math.min(most, Math.max(least, number));
  field.value = String(value);
  use(value);
}
