/** TeX in bibliography fields as plain Unicode: accents, letters, quotes, dashes, the common commands and a little mathematics. */

// Combining marks by TeX accent command; composition by NFC gives the letters people write.
const ACCENTS: Readonly<Record<string, string>> = {
  '"': '\u0308',
  "'": '\u0301',
  '`': '\u0300',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  c: '\u0327',
  k: '\u0328',
  r: '\u030a',
  d: '\u0323',
  b: '\u0331',
};

const WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'o ø O Ø l ł L Ł ss ß SS ẞ ae æ AE Æ oe œ OE Œ aa å AA Å i ı j ȷ dh ð DH Ð dj đ DJ Đ th þ TH Þ ng ŋ NG Ŋ S § P ¶ pounds £ copyright © ' +
    'textregistered ® texttrademark ™ textendash – textemdash — textquoteright ’ textquoteleft ‘ textquotedblleft “ textquotedblright ” ' +
    'textasciitilde ~ textasciicircum ^ textbackslash \\ textbar | textunderscore _ textdegree ° textmu µ textpm ± texttimes × ldots … dots … ' +
    'textless < textgreater > textquotedbl " textquotesingle \' textdollar $ textbraceleft { textbraceright } guillemotleft « guillemotright » ' +
    'quotedblbase „ quotesinglbase ‚ textellipsis … times × pm ± mp ∓ leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ to → rightarrow → leftarrow ← infty ∞ ell ℓ cdot · circ ° ' +
    'in ∈ forall ∀ exists ∃ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ sqrt √ alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η ' +
    'theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ ' +
    'Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω'
  )
    .split(' ')
    .reduce<[string, string][]>(
      (pairs, word, at, all) => (at % 2 === 0 ? [...pairs, [word, all[at + 1] ?? '']] : pairs),
      [],
    ),
);

/** The text without its TeX. Braces go, blanks fold, an unknown command leaves its argument. */
export function texToText(tex: string): string {
  if (!/[\\{}$~`'-]/.test(tex)) return tex.replace(/\s+/g, ' ').trim();
  let out = '';
  let i = 0;
  let inMath = false;
  while (i < tex.length) {
    const char = tex.charAt(i);
    const raised = inMath && (char === '_' || char === '^') ? script(tex, i) : undefined;
    if (raised) {
      out += raised.text;
      i = raised.end;
    } else if (char === '\\') {
      if (/[()]/.test(tex.charAt(i + 1))) inMath = tex.charAt(i + 1) === '(';
      const read = command(tex, i);
      out += read.text;
      i = read.end;
    } else if (char === '$') {
      inMath = !inMath;
      i++;
    } else if (char === '{' || char === '}') i++;
    else if (char === '~') {
      out += ' ';
      i++;
    } else if (tex.startsWith('---', i)) {
      out += '—';
      i += 3;
    } else if (tex.startsWith('--', i)) {
      out += '–';
      i += 2;
    } else if (tex.startsWith('``', i)) {
      out += '“';
      i += 2;
    } else if (tex.startsWith("''", i)) {
      out += '”';
      i += 2;
    } else {
      out += char;
      i++;
    }
  }
  return out.normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** "_2" and "^{10}" of a formula as Unicode has them; undefined for what it lacks, which keeps its sign. */
function script(tex: string, at: number): { text: string; end: number } | undefined {
  const match = /^[_^]\s*(?:\{([^{}\\]{1,12})\}|([^\s{}\\$]))/u.exec(tex.slice(at, at + 20));
  const table = tex.charAt(at) === '_' ? LOWERED : RAISED;
  const signs = [...(match?.[1] ?? match?.[2] ?? '')].map((sign) => table.get(sign));
  if (!match || signs.includes(undefined)) return undefined;
  return { text: signs.join(''), end: at + match[0].length };
}

const pairs = (signs: string, scripts: string): ReadonlyMap<string, string> =>
  new Map([...signs].map((sign, at) => [sign, [...scripts][at] ?? sign]));
const RAISED = pairs('0123456789+-=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ');
const LOWERED = pairs('0123456789+-=()', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎');

/** A URL, DOI or the like: signs that managers escape, and nothing else of TeX. */
export function withoutEscapes(value: string): string {
  return value
    .replace(/\\(?:url|path|nolinkurl)\s*(?=\{)/g, '')
    .replace(/\$\\sim\$|\{?\\textasciitilde\}?(?:\{\}|\s)?|\\~(?:\{\})?/g, '~')
    .replace(/\\text(less|greater|underscore)(?:\{\}|\s)?/g, (_, name: string) => SIGNS[name] ?? '')
    .replace(/\\([_%&#$])/g, '$1')
    .replace(/[{}]/g, '')
    .trim();
}

const SIGNS: Readonly<Record<string, string>> = { less: '<', greater: '>', underscore: '_' };

/** What the command at a backslash says, and where it ends. */
function command(tex: string, at: number): { text: string; end: number } {
  const name = /^\\([A-Za-z]+|.)/su.exec(tex.slice(at, at + 40))?.[1];
  if (name === undefined) return { text: '', end: at + 1 };
  let end = at + 1 + name.length;
  const mark = ACCENTS[name];
  if (mark !== undefined) {
    const argument = accented(tex, end);
    if (argument)
      return {
        text:
          argument.text === ''
            ? ''
            : [...argument.text].map((c, k) => (k === 0 ? dotless(c) + mark : c)).join(''),
        end: argument.end,
      };
  }
  // "\LaTeX", "\BibTeX" and their kin.
  const word = WORDS[name] ?? (/TeX$/.test(name) ? name : undefined);
  const letters = /^[A-Za-z]/.test(name);
  // A command of letters swallows the blanks that end it.
  if (letters) while (/\s/.test(tex.charAt(end)) && tex.charAt(end) !== '') end++;
  if (word !== undefined) return { text: word, end: tex.startsWith('{}', end) ? end + 2 : end };
  if (name === 'textsubscript' || name === 'textsuperscript') {
    const sign = name === 'textsubscript' ? '_' : '^';
    const read = script(sign + tex.slice(end, end + 20), 0);
    if (read) return { text: read.text, end: end + read.end - sign.length };
  }
  if (name === 'href') {
    const close = tex.indexOf('}', end);
    return { text: '', end: tex.charAt(end) === '{' && close >= 0 ? close + 1 : end };
  }
  if (name === '\\') return { text: ' ', end };
  // "\&", "\%", "\_" stand for themselves; "\emph", "\textbf", "\mathcal" leave what they set.
  return {
    text:
      letters || /[,;!:/ ()-]/.test(name) ? (name === ' ' || name === ',' || name === ';' ? ' ' : '') : name,
    end,
  };
}

/** The letter that an accent goes on: `u`, `{u}`, `\i`, `{\i}`, and one that has an accent already: `{\^e}`. */
function accented(tex: string, from: number): { text: string; end: number } | undefined {
  let at = from;
  while (/\s/.test(tex.charAt(at))) at++;
  const char = tex.charAt(at);
  if (char === '\\') return command(tex, at);
  if (char === '{') {
    const end = groupEnd(tex, at);
    return end < 0 ? undefined : { text: texToText(tex.slice(at + 1, end)), end: end + 1 };
  }
  if (char === '' || char === '}' || char === '$') return undefined;
  const letter = String.fromCodePoint(tex.codePointAt(at) ?? 0);
  return { text: letter, end: at + letter.length };
}

/** Offset of the brace that closes the one at the offset; an accent stands on a letter or two, so the search is short. */
function groupEnd(tex: string, at: number): number {
  let depth = 0;
  for (let end = at; end < Math.min(tex.length, at + 40); end++) {
    const char = tex.charAt(end);
    if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return end;
  }
  return -1;
}

const dotless = (char: string): string => (char === 'ı' ? 'i' : char === 'ȷ' ? 'j' : char);
