/**
 * Draws the workbench from its state. Pure: what happens on a click is handed in.
 * Every control has a label; colours and fonts are the editor's own.
 */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { valueOf, whole, wholeOrNone } from './events.ts';
import { checkIcon, copyIcon, replyIcon } from './icons.ts';
import { anchors, claims, type ListActions } from './lists-view.ts';
import type { Draft, Edits } from './messages.ts';
import { replyView, type ReplyActions } from './reply-view.ts';
import { editsOf, includesClaim, isEdited, replyTo, type WorkbenchState } from './state.ts';
import { strings, templateStrings } from './strings.ts';
import { templateField, type TemplateActions } from './template-view.ts';
import { timelineView, type TimelineActions } from './timeline-view.ts';

export interface ViewActions extends ListActions, ReplyActions, TemplateActions, TimelineActions {
  copy(): void;
  openDocument(): void;
  save(): void;
  chat(): void;
  openNote(): void;
}

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
  const reply = replyTo(state);
  // One claim is always left.
  const isLonger = !state.pending && draft.tokens > (edits.tokens ?? Infinity);
  return html`<main>
    <header>
      <div class="heading">
        <div class="title">
          <h1>${strings.title}</h1>
          <span class=${isLonger ? 'tokens over' : 'quiet tokens'}
            >${state.pending ? strings.updating : isFaulty(draft) ? '' : strings.tokens(draft.tokens, isLonger)}</span
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
        <button
          type="button"
          class="secondary"
          aria-expanded=${reply === undefined ? 'false' : 'true'}
          @click=${() => {
            actions.openReply(reply === undefined);
          }}
        >
          ${replyIcon}${strings.verifyReply}
        </button>
        <button type="button" class="primary" ?disabled=${isFaulty(draft)} @click=${actions.copy}>
          ${copied ? checkIcon : copyIcon}${copied ? strings.copied : strings.copy}
        </button>
      </div>
    </header>
    ${replyView(reply, actions)} ${fields(draft, edits, actions)} ${timeline(draft, state, actions)}
    ${claims(draft, state, actions)} ${anchors(draft, edits, actions)} ${prompt(draft, actions)}
  </main>`;
}

function timeline(
  draft: Draft,
  state: WorkbenchState,
  actions: ViewActions,
): TemplateResult | typeof nothing {
  const edits = editsOf(state);
  const { width, pointed } = state;
  return timelineView({ draft, width, pointed, isIncluded: (claim) => includesClaim(edits, claim) }, actions);
}

function fields(draft: Draft, edits: Edits, actions: ViewActions): TemplateResult {
  const { dispatch } = actions;
  return html`<section class="fields">
    ${templateField(draft, edits, actions)}
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
      ${withFields(strings.asked, [months(draft, edits, dispatch), questions(draft, edits, dispatch)])}
    </div>
    <label for="tokens">${strings.length}</label>
    <div class="numbers">${withFields(strings.atMost, [tokens(edits, dispatch)])}</div>
  </section>`;
}

/** A text with its fields in it, in the order in which the language has them. */
function withFields(text: string, fields: readonly TemplateResult[]): readonly (string | TemplateResult)[] {
  return text.split(/(\{\d\})/).map((part) => fields[Number(/^\{(\d)\}$/.exec(part)?.[1])] ?? part);
}

const tokens = (edits: Edits, dispatch: ViewActions['dispatch']): TemplateResult =>
  html`<input
    id="tokens"
    class="long"
    type="number"
    min="100"
    max="100000"
    step="100"
    placeholder=${strings.anyLength}
    aria-label=${strings.tokensLabel}
    .value=${live(edits.tokens === undefined ? '' : String(edits.tokens))}
    @change=${(event: Event) => {
      wholeOrNone(event, 100, 100_000, (value) => {
        dispatch({ type: 'tokens', value });
      });
    }}
  />`;

interface NumberField {
  readonly id: string;
  readonly least: number;
  readonly most: number;
  readonly label: string;
  readonly value: number;
}

const numberField = (
  { id, least, most, label, value }: NumberField,
  use: (value: number) => void,
): TemplateResult =>
  html`<input
    id=${id}
    type="number"
    min=${least}
    max=${most}
    aria-label=${label}
    .value=${live(String(value))}
    @change=${(event: Event) => {
      whole(event, least, most, use);
    }}
  />`;

const months = (draft: Draft, edits: Edits, dispatch: ViewActions['dispatch']): TemplateResult =>
  numberField(
    {
      id: 'horizon',
      least: 1,
      most: 1200,
      label: strings.monthsLabel,
      value: edits.horizonMonths ?? draft.horizonMonths,
    },
    (value) => {
      dispatch({ type: 'horizon', value });
    },
  );

const questions = (draft: Draft, edits: Edits, dispatch: ViewActions['dispatch']): TemplateResult =>
  numberField(
    {
      id: 'questions',
      least: 1,
      most: 10,
      label: strings.newQuestionsLabel,
      value: edits.questions ?? draft.questions,
    },
    (value) => {
      dispatch({ type: 'questions', value });
    },
  );

const isFaulty = (draft: Draft): boolean => draft.templateFaults.length > 0;

function prompt(draft: Draft, actions: ViewActions): TemplateResult {
  return html`<section>
    <div class="section-head prompt-head">
      <h2 id="prompt">${strings.prompt}</h2>
      ${isFaulty(draft) ? nothing : ways(draft, actions)}
    </div>
    ${
      isFaulty(draft)
        ? html`<p class="quiet">${templateStrings.faulty}</p>`
        : html`<div class="prompt" tabindex="0" role="region" aria-labelledby="prompt">
            ${draft.text.trim()}
          </div>`
    }
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

/** Where the prompt can go. */
const ways = (draft: Draft, actions: ViewActions): TemplateResult =>
  html`<div class="toolbar">
    <button type="button" class="link" @click=${actions.openDocument}>${strings.openDocument}</button>
    <button type="button" class="link" @click=${actions.save}>${strings.save}</button>
    ${
      draft.canChat
        ? html`<button type="button" class="link" title=${strings.chatHint} @click=${actions.chat}>
            ${strings.chat}
          </button>`
        : nothing
    }
  </div>`;
