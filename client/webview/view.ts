/**
 * Draws the workbench from its state. Pure: what happens on a click is handed in.
 * Every control has a label; colours and fonts are the editor's own.
 */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { checkIcon, copyIcon, documentIcon, goToIcon } from './icons.ts';
import type { Draft, Edits, WorkbenchAnchor, WorkbenchClaim } from './messages.ts';
import {
  editsOf,
  includesAnchor,
  includesClaim,
  isEdited,
  type Action,
  type WorkbenchState,
} from './state.ts';
import { badges, loudBadges, strings } from './strings.ts';

export interface ViewActions {
  dispatch(action: Action): void;
  copy(): void;
  openDocument(): void;
  openNote(): void;
  goTo(offset: number): void;
}

/** Characters a token in English prose, as the vendors' own rules of thumb have it: https://platform.openai.com/tokenizer */
const charactersPerToken = 4;

export function view(state: WorkbenchState, actions: ViewActions): TemplateResult {
  return html`${page(state, actions)}
    <div class="visually-hidden" role="status" aria-live="polite">
      ${state.done === undefined ? '' : strings[state.done]}
    </div>`;
}

function page(state: WorkbenchState, actions: ViewActions): TemplateResult {
  switch (state.page.kind) {
    case 'starting':
      return empty(strings.starting, '');
    case 'no-note':
      return empty(strings.noNote, strings.noNoteHint);
    case 'failed':
      return empty(strings.failed, state.page.message);
    case 'note':
      return workbench(state.page.draft, state, actions);
  }
}

const empty = (title: string, hint: string): TemplateResult =>
  html`<main class="empty">
    <h1>${title}</h1>
    ${hint === '' ? nothing : html`<p>${hint}</p>`}
  </main>`;

function workbench(draft: Draft, state: WorkbenchState, actions: ViewActions): TemplateResult {
  const edits = editsOf(state);
  const copied = state.done === 'copied';
  return html`<main>
    <header>
      <div class="heading">
        <div class="title">
          <h1>${strings.title}</h1>
          <span class="quiet tokens"
            >${state.pending ? strings.updating : strings.tokens(Math.ceil(draft.text.length / charactersPerToken))}</span
          >
          ${
            isEdited(edits)
              ? html`<button
                  type="button"
                  class="link reset"
                  title=${strings.resetHint}
                  @click=${() => {
                    actions.dispatch({ type: 'reset' });
                  }}
                >
                  ${strings.reset}
                </button>`
              : nothing
          }
        </div>
        <button type="button" class="link note-name" title=${strings.goToNote} @click=${actions.openNote}>
          ${draft.name}
        </button>
      </div>
      <div class="toolbar">
        <button type="button" class="secondary" @click=${actions.openDocument}>
          ${documentIcon}${strings.openDocument}
        </button>
        <button type="button" class="primary" @click=${actions.copy}>
          ${copied ? checkIcon : copyIcon}${copied ? strings.copied : strings.copy}
        </button>
      </div>
    </header>
    ${fields(draft, edits, actions)} ${claims(draft, edits, actions)} ${anchors(draft, edits, actions)}
    ${prompt(draft)}
  </main>`;
}

function fields(draft: Draft, edits: Edits, { dispatch }: ViewActions): TemplateResult {
  return html`<section class="fields">
    <label for="role">${strings.role}</label>
    <textarea
      id="role"
      rows="1"
      spellcheck="false"
      placeholder=${draft.role}
      .value=${live(edits.role ?? draft.role)}
      @input=${(event: Event) => dispatch({ type: 'role', value: valueOf(event) })}
    ></textarea>
    <label for="question">${strings.question}</label>
    <textarea
      id="question"
      rows="1"
      spellcheck="false"
      placeholder=${draft.question}
      .value=${live(edits.question ?? draft.question)}
      @input=${(event: Event) => dispatch({ type: 'question', value: valueOf(event) })}
    ></textarea>
    <span class="label">${strings.askFor}</span>
    <div class="numbers">
      ${strings.workOfTheLast}
      <input
        id="horizon"
        type="number"
        min="1"
        max="1200"
        aria-label=${strings.monthsLabel}
        .value=${live(String(edits.horizonMonths ?? draft.horizonMonths))}
        @change=${(event: Event) => {
          whole(event, 1, 1200, (value) => {
            dispatch({ type: 'horizon', value });
          });
        }}
      />
      ${strings.months}
      <input
        id="questions"
        type="number"
        min="1"
        max="10"
        aria-label=${strings.newQuestionsLabel}
        .value=${live(String(edits.questions ?? draft.questions))}
        @change=${(event: Event) => {
          whole(event, 1, 10, (value) => {
            dispatch({ type: 'questions', value });
          });
        }}
      />
      ${strings.newQuestions}
    </div>
  </section>`;
}

function claims(draft: Draft, edits: Edits, actions: ViewActions): TemplateResult {
  if (draft.claims.length === 0) {
    return html`<section class="nothing" aria-labelledby="claims">
      <h2 id="claims">${strings.noClaims}</h2>
      <p>${strings.noClaimsHint}</p>
    </section>`;
  }
  const included = draft.claims.filter((claim) => includesClaim(edits, claim)).length;
  const all = included === draft.claims.length;
  return html`<section aria-labelledby="claims">
    <div class="section-head">
      <h2 id="claims">
        ${strings.claims} <span class="quiet">${strings.claimCount(included, draft.claims.length)}</span>
      </h2>
      <button
        type="button"
        class="link"
        @click=${() => actions.dispatch({ type: 'include-all-claims', included: !all })}
      >
        ${all ? strings.includeNone : strings.includeAll}
      </button>
    </div>
    <ul>
      ${repeat(
        draft.claims,
        (claim) => claim.key,
        (claim) => claimRow(claim, edits, actions),
      )}
    </ul>
  </section>`;
}

function claimRow(claim: WorkbenchClaim, edits: Edits, actions: ViewActions): TemplateResult {
  const included = includesClaim(edits, claim);
  return html`<li class=${included ? 'row' : 'row dropped'}>
    <input
      type="checkbox"
      aria-label=${strings.includeClaim(claim.text)}
      .checked=${live(included)}
      @change=${(event: Event) =>
        actions.dispatch({ type: 'include-claim', key: claim.key, included: checkedOf(event) })}
    />
    <div class="body">
      <textarea
        class="plain"
        rows="1"
        spellcheck="false"
        aria-label=${strings.claimText}
        placeholder=${claim.text}
        .value=${live(edits.edited?.[claim.key] ?? claim.text)}
        @input=${(event: Event) =>
          actions.dispatch({ type: 'claim-text', key: claim.key, value: valueOf(event) })}
      ></textarea>
      <div class="facts">
        <span class=${claim.date === undefined ? 'date missing' : 'date'}
          >${claim.date ?? strings.noDate}</span
        >
        ${claim.ids.map((id) => html`<span class="id">${id}</span>`)}
        ${claim.ids.length === 0 ? html`<span class="missing">${strings.noSource}</span>` : nothing}
        ${claim.problems
          // "no source" already stands where the identifiers would.
          .filter((rule) => rule !== 'unsourced-claim' || claim.ids.length > 0)
          .map(
            (rule) =>
              html`<span class=${loudBadges.has(rule) ? 'badge loud' : 'badge'} title=${rule}
                >${badges[rule] ?? rule}</span
              >`,
          )}
      </div>
    </div>
    <button
      type="button"
      class="icon"
      title=${strings.goTo}
      aria-label=${strings.goToClaim(claim.text)}
      @click=${() => actions.goTo(claim.offset)}
    >
      ${goToIcon}
    </button>
  </li>`;
}

function anchors(draft: Draft, edits: Edits, actions: ViewActions): TemplateResult | typeof nothing {
  if (draft.anchors.length === 0) return nothing;
  const included = draft.anchors.filter((anchor) => includesAnchor(edits, anchor)).length;
  return html`<section aria-labelledby="anchors">
    <div class="section-head">
      <h2 id="anchors">
        ${strings.anchors} <span class="quiet">${strings.claimCount(included, draft.anchors.length)}</span>
      </h2>
    </div>
    <ul>
      ${repeat(
        draft.anchors,
        (anchor) => anchor.id,
        (anchor) => anchorRow(anchor, edits, actions),
      )}
    </ul>
  </section>`;
}

function anchorRow(anchor: WorkbenchAnchor, edits: Edits, actions: ViewActions): TemplateResult {
  const included = includesAnchor(edits, anchor);
  // A paper that the library does not hold has no title.
  const name = anchor.title === '' ? anchor.id : anchor.title;
  return html`<li class=${included ? 'row' : 'row dropped'}>
    <input
      type="checkbox"
      aria-label=${strings.includeAnchor(name)}
      .checked=${live(included)}
      @change=${(event: Event) =>
        actions.dispatch({ type: 'include-anchor', id: anchor.id, included: checkedOf(event) })}
    />
    <div class="body">
      <div class="words">${name}</div>
      ${
        anchor.gloss === '' || anchor.gloss === anchor.title
          ? nothing
          : html`<div class="quiet gloss">${anchor.gloss}</div>`
      }
      <div class="facts">
        <span class=${anchor.date === undefined ? 'date missing' : 'date'}
          >${anchor.date ?? strings.noDate}</span
        >
        ${name === anchor.id ? nothing : html`<span class="id">${anchor.id}</span>`}
      </div>
    </div>
  </li>`;
}

function prompt(draft: Draft): TemplateResult {
  return html`<section>
    <div class="section-head"><h2 id="prompt">${strings.prompt}</h2></div>
    <div class="prompt" tabindex="0" role="region" aria-labelledby="prompt">${draft.text.trim()}</div>
    ${
      draft.cut.length === 0
        ? nothing
        : html`<details>
            <summary>${strings.cut}: ${draft.cut.length}</summary>
            <ul class="cut">
              ${draft.cut.map((item) => html`<li>${item.text} <span class="quiet">${item.why}</span></li>`)}
            </ul>
          </details>`
    }
  </section>`;
}

const valueOf = (event: Event): string => (event.target as HTMLTextAreaElement).value;
const checkedOf = (event: Event): boolean => (event.target as HTMLInputElement).checked;

/** Hands on a whole number inside the bounds; anything else goes back to the nearest one that is. */
function whole(event: Event, least: number, most: number, use: (value: number) => void): void {
  const field = event.target as HTMLInputElement;
  const number = Math.round(Number(field.value));
  const value =
    field.value.trim() === '' || Number.isNaN(number) ? least : Math.min(most, Math.max(least, number));
  field.value = String(value);
  use(value);
}
