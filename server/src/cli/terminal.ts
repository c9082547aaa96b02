/** Standard input, output and error, as the commands see them; tests bring their own. */

export interface Terminal {
  /** Waits while the reader is slower than we are. */
  write(text: string): Promise<void>;
  /** One sentence on standard error. */
  complain(message: string): void;
  readonly hasColour: boolean;
  /** All of standard input. */
  readInput(): Promise<Uint8Array>;
  /** Standard input line by line, in bounded memory. */
  inputLines(): AsyncIterable<string>;
}
