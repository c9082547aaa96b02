/**
 * Draws the evidence timeline: marks that can be pointed at, a caption for the one that is, and the same as a table. Shapes tell
 * what colours tell; one Tab stop, arrow keys within. Where things stand is `timeline-layout.ts`'s business.
 */
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { DatedClaim } from '#core/prompt/messages.ts';
import type { Draft, WorkbenchClaim } from './messages.ts';
import { timelineStrings as strings } from './strings.ts';
import { layOut, markRadius, stripHeight, type PlacedClaim, type TimelineLayout } from './timeline-layout.ts';

export interface TimelineActions {
  /** The mouse or the keyboard is on a claim, or on none. */
  point(key: string | undefined): void;
  /** Shows a claim in the note and in the list. */
  openClaim(claim: WorkbenchClaim): void;
}

export interface TimelineState {
  readonly draft: Draft;
  readonly width: number;
  readonly pointed: string | undefined;
  isIncluded(claim: WorkbenchClaim): boolean;
}

type Shown = DatedClaim & { readonly claim: WorkbenchClaim };

export function timelineView(
  state: TimelineState,
  actions: TimelineActions,
): TemplateResult | typeof nothing {
  const { draft, width } = state;
  const byKey = new Map(draft.claims.map((claim) => [claim.key, claim]));
  const shown = draft.timeline.claims.flatMap((dated): Shown[] => {
    const claim = byKey.get(dated.key);
    return claim ? [{ ...dated, claim }] : [];
  });
  if (shown.length === 0) return nothing;
  const pointed = shown.find(({ key }) => key === state.pointed);
  const layout = layOut({ ...draft.timeline, claims: shown }, width, document.documentElement.lang);
  return html`<section class="timeline" aria-labelledby="timeline">
    <div class="section-head">
      <h2 id="timeline">${strings.title} <span class="quiet">${summaryOf(shown)}</span></h2>
    </div>
    ${legend(shown)}
    <div
      class="chart"
      role="group"
      aria-label=${strings.label(summaryOf(shown), draft.timeline.horizon)}
      @mouseleave=${() => {
        if (document.activeElement?.closest('.chart') === null) actions.point(undefined);
      }}
      @keydown=${(event: KeyboardEvent) => {
        move(event, [...layout.dated, ...layout.undated], actions);
      }}
    >
      ${width === 0 ? nothing : chart(layout, shown, state, actions)}
    </div>
    ${caption(pointed)} ${table(shown, actions)}
  </section>`;
}

function summaryOf(shown: readonly Shown[]): string {
  const months = shown.flatMap(({ evidence }) => (evidence ? [evidence] : []));
  const first = months.map((each) => each.first.slice(0, 7)).sort()[0];
  const last = months
    .map((each) => each.last.slice(0, 7))
    .sort()
    .at(-1);
  return strings.summary({
    ...{ first, last },
    due: shown.filter(({ due }) => due).length,
    undated: shown.length - months.length,
  });
}

function legend(shown: readonly Shown[]): TemplateResult {
  const kinds = [
    { kind: 'due', words: strings.due, isThere: shown.some(({ due }) => due) },
    {
      kind: 'perishable',
      words: strings.perishable,
      isThere: shown.some(({ perishable, due }) => perishable && !due),
    },
    { kind: 'durable', words: strings.durable, isThere: shown.some(({ perishable }) => !perishable) },
    { kind: 'looked', words: strings.looked, isThere: shown.some(({ looked }) => looked !== undefined) },
  ].filter(({ isThere }) => isThere);
  return html`<div class="legend" aria-hidden="true">
    ${kinds.map(
      ({ kind, words }) =>
        html`<span class="kind"
          ><svg class="marks" width="16" height="16" viewBox="-8 -8 16 16">
            ${kind === 'looked' ? svg`<path class="looked" d="M-7 0H6M6-4V4" />` : shape(kind)}</svg
          >${words}</span
        >`,
    )}
  </div>`;
}

function chart(
  layout: TimelineLayout,
  shown: readonly Shown[],
  state: TimelineState,
  actions: TimelineActions,
): TemplateResult {
  const claims = new Map(shown.map((each) => [each.key, each]));
  const all = [...layout.dated, ...layout.undated];
  const stop = all.some(({ claim }) => claim.key === state.pointed) ? state.pointed : all[0]?.claim.key;
  const marks = (placed: readonly PlacedClaim[]): unknown =>
    repeat(
      placed,
      ({ claim }) => claim.key,
      (mark) => {
        const claim = claims.get(mark.claim.key);
        return claim ? markOf(mark, claim, stop === claim.key, state, actions) : nothing;
      },
    );
  const { width, height, axis } = layout;
  const strip = stripHeight(layout);
  return html`${
    layout.dated.length === 0
      ? nothing
      : html`<svg class="marks" width=${width} height=${height} viewBox="0 0 ${width} ${height}">
          ${scenery(layout, axis)} ${marks(layout.dated)}
        </svg>`
  }
  ${
    strip === 0
      ? nothing
      : html`<div class="strip">
          <div class="strip-label" aria-hidden="true">${strings.undated}</div>
          <svg class="marks" width=${width} height=${strip} viewBox="0 0 ${width} ${strip}">
            ${marks(layout.undated)}
          </svg>
        </div>`
  }`;
}

/** Half of the longest label: what stands nearer to the left edge, or to where time is cut, begins there. */
const labelRoom = 28;

/** Past and horizon, axis and ticks, today: what says nothing that the table does not. */
function scenery({ width, ticks, today, horizon, earlier }: TimelineLayout, axis: number): SVGTemplateResult {
  const isWide = horizon > 150;
  const leftmost = labelRoom + (earlier?.x ?? 0);
  return svg`<g aria-hidden="true">
    <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse"><path class="hatch" d="M0 6L6 0" /></pattern></defs>
    <rect class="past" x="0" y="0" width=${horizon} height=${axis}></rect>
    <line class="horizon" x1=${horizon} x2=${horizon} y1="0" y2=${axis}></line>
    <text class="words" x=${isWide ? horizon - 6 : horizon + 6} y="13" text-anchor=${isWide ? 'end' : 'start'}>${isWide ? strings.olderThanHorizon : strings.horizon}</text>
    <line class="axis" x1="0" x2=${width} y1=${axis} y2=${axis}></line>
    ${ticks.map(
      ({ x, label }) =>
        svg`<line class="axis" x1=${x} x2=${x} y1=${axis} y2=${axis + 4}></line><text class="words" x=${Math.max(x, 0)} y=${axis + 16} text-anchor=${x < leftmost ? 'start' : 'middle'}>${label}</text>`,
    )}
    ${
      earlier === undefined
        ? nothing
        : svg`<line class="cut" x1=${earlier.x} x2=${earlier.x} y1="20" y2=${axis + 4}></line><text class="words" x=${earlier.x - 3} y=${axis + 16} text-anchor="end">${strings.earlier}</text>`
    }
    <line class="today" x1=${today} x2=${today} y1="0" y2=${axis + 4}></line>
    <text class="words today" x=${width - 1} y=${axis + 16} text-anchor="end">${strings.today}</text>
  </g>`;
}

function markOf(
  { x, y, span, looked }: PlacedClaim,
  shown: Shown,
  isStop: boolean,
  state: TimelineState,
  actions: TimelineActions,
): SVGTemplateResult {
  const { key, claim } = shown;
  const open = (): void => {
    actions.openClaim(claim);
  };
  const classes = [
    'mark',
    ...(key === state.pointed ? ['pointed'] : []),
    ...(state.isIncluded(claim) ? [] : ['dropped']),
  ];
  return svg`<g
    class=${classes.join(' ')}
    role="button"
    tabindex=${isStop ? '0' : '-1'}
    data-key=${key}
    aria-label=${strings.mark(shown, claim.text)}
    transform=${`translate(${String(round(x))} ${String(round(y))})`}
    @focus=${() => {
      actions.point(key);
    }}
    @mouseenter=${() => {
      actions.point(key);
    }}
    @click=${open}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      open();
    }}
  >
    ${
      span === undefined
        ? nothing
        : svg`<path class="span" d=${`M${String(round(span.from - x))} -3V3M${String(round(span.from - x))} 0H${String(round(span.to - x))}M${String(round(span.to - x))} -3V3`} />`
    }
    ${looked === undefined || looked <= x ? nothing : svg`<path class="looked" d=${`M0 0H${String(round(looked - x))}M${String(round(looked - x))} -4V4`} />`}
    <circle class="target" r="8"></circle>
    ${shape(kindOf(shown))}
  </g>`;
}

const kindOf = ({ due, perishable }: DatedClaim): string =>
  due ? 'due' : perishable ? 'perishable' : 'durable';

const shape = (kind: string): SVGTemplateResult =>
  kind === 'durable'
    ? svg`<circle class="shape durable" r=${markRadius - 1}></circle>`
    : svg`<path class=${`shape ${kind}`} d=${`M0 ${String(-markRadius)}L${String(markRadius)} 0L0 ${String(markRadius)}L${String(-markRadius)} 0Z`} />`;

const round = (number: number): number => Math.round(number * 10) / 10;

/** Its room is kept where nothing is pointed at: what stands below must not jump. */
function caption(shown: Shown | undefined): TemplateResult {
  if (shown === undefined) return html`<div class="caption quiet">${strings.hint}</div>`;
  return html`<div class="caption">
    <div class="quiet">${strings.when(shown)} · ${strings.kind(shown)}</div>
    <div class="caption-claim">${shown.claim.text}</div>
    <div class="quiet caption-sources">
      ${shown.sources.length === 0 ? strings.noSource : shown.sources.map(strings.source).join('; ')}
    </div>
  </div>`;
}

function table(shown: readonly Shown[], actions: TimelineActions): TemplateResult {
  return html`<details>
    <summary>${strings.asTable}</summary>
    <table>
      <thead>
        <tr>
          ${strings.columns.map((name) => html`<th scope="col">${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${repeat(
          shown,
          ({ key }) => key,
          (each) =>
            html`<tr>
              <td class="date">${strings.when(each)}</td>
              <td>
                <button
                  type="button"
                  class="link"
                  @click=${() => {
                    actions.openClaim(each.claim);
                  }}
                >
                  ${each.claim.text}
                </button>
              </td>
              <td>${strings.kind(each)}</td>
              <td>
                ${each.sources.length === 0 ? strings.noSource : each.sources.map(strings.source).join('; ')}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </details>`;
}

/** Left and right in time, Home and End; in the strip without dates, in the note's order. */
function move(event: KeyboardEvent, all: readonly PlacedClaim[], actions: TimelineActions): void {
  const target = event.target as Element;
  const at = all.findIndex(({ claim }) => claim.key === target.getAttribute('data-key'));
  const to = {
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    Home: 0,
    End: all.length - 1,
  }[event.key];
  const next = to === undefined ? undefined : all[to];
  if (at === -1 || next === undefined) return;
  event.preventDefault();
  const { key } = next.claim;
  actions.point(key);
  const marks = target.closest('.chart')?.querySelectorAll<SVGGElement>('.mark') ?? [];
  [...marks].find((mark) => mark.getAttribute('data-key') === key)?.focus();
}
