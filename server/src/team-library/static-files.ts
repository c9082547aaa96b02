/** Where the files of a static export are read: over HTTP, or in a folder on this disk. */
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { USER_AGENT } from '../lookup/arxiv-client.ts';
import { describeForeign, describeStatus } from '../lookup/failures.ts';
import { get } from '../lookup/http.ts';
import type { Answer } from './port.ts';

export interface StaticFiles {
  readonly name: string;
  readonly isNear: boolean;
  /** A file's text, or that of some of its bytes; undefined when there is no such file. */
  read(path: string, bytes?: { start: number; length: number }): Promise<Answer<string | undefined>>;
}

/** `address`: the export's folder, with or without the last slash. */
export function filesAt(address: string, proxy?: string): StaticFiles {
  const base = address.endsWith('/') ? address : `${address}/`;
  const { host, pathname } = new URL(base);
  const name = `${host}${pathname.replace(/\/$/, '')}`;
  return {
    name,
    isNear: false,
    async read(path, bytes) {
      const answer = await get(base + path, {
        userAgent: USER_AGENT,
        accept: 'application/json',
        ...(bytes === undefined
          ? {}
          : {
              headers: {
                range: `bytes=${String(bytes.start)}-${String(bytes.start + bytes.length - 1)}`,
              },
            }),
        ...(proxy === undefined ? {} : { proxy }),
      });
      if (answer.kind === 'no-answer') return { ok: false, reason: answer.reason };
      if (answer.status === 404) return { ok: true, value: undefined };
      if (answer.status === 416)
        return { ok: false, reason: `it was exported anew while it was read; try again` };
      if (answer.status !== 200 && answer.status !== 206)
        return { ok: false, reason: describeStatus('it', answer.status) };
      const foreign = describeForeign('it', answer.body);
      if (foreign !== undefined) return { ok: false, reason: foreign };
      // A server without ranges sends all of it.
      const value =
        bytes !== undefined && answer.status === 200
          ? Buffer.from(answer.body)
              .subarray(bytes.start, bytes.start + bytes.length)
              .toString('utf8')
          : answer.body;
      return { ok: true, value };
    },
  };
}

export function filesIn(folder: string): StaticFiles {
  return {
    name: folder,
    isNear: true,
    async read(path, bytes) {
      try {
        if (bytes === undefined) return { ok: true, value: await readFile(join(folder, path), 'utf8') };
        const file = await open(join(folder, path));
        try {
          const buffer = Buffer.alloc(bytes.length);
          const { bytesRead } = await file.read(buffer, 0, bytes.length, bytes.start);
          return { ok: true, value: buffer.toString('utf8', 0, bytesRead) };
        } finally {
          await file.close();
        }
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        if (code === 'ENOENT') return { ok: true, value: undefined };
        return { ok: false, reason: `${join(folder, path)} cannot be read (${code ?? message})` };
      }
    },
  };
}
