/** Paths as people write them in settings and on the command line. */
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

/** With their home for “~”; what is relative counts from `folder`, and is undefined where there is none. */
export function wholePath(path: string, folder: string | undefined): string | undefined {
  const whole = path.replace(/^~(?=[\\/]|$)/, homedir());
  if (isAbsolute(whole)) return whole;
  return folder === undefined ? undefined : join(folder, whole);
}
