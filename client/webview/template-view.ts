/** Draws the choice of a template, the way to one's own, and what is wrong with that. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { builtInNames, isBuiltIn } from '#core/prompt/templates/names.ts';
import { valueOf } from './events.ts';
import type { Draft, Edits } from './messages.ts';
import { templateOf, type Action } from './state.ts';
import { templateStrings as strings } from './strings.ts';

export interface TemplateActions {
  dispatch(action: Action): void;
  openTemplate(): void;
  newTemplate(copy: string): void;
}

/** A label and its field, for the grid of fields. */
export function templateField(draft: Draft, edits: Edits, actions: TemplateActions): TemplateResult {
  const chosen = templateOf(edits, draft);
  const own = draft.ownTemplates.map((name) => ({ name, label: name }));
  // One that is gone is still what was chosen: nothing else is shown in its place.
  const gone = isBuiltIn(chosen) || draft.ownTemplates.includes(chosen) ? [] : [chosen];
  const option = ({ name, label }: { name: string; label: string }): TemplateResult =>
    html`<option value=${name} ?selected=${name === chosen}>${label}</option>`;
  return html`<label for="template">${strings.label}</label>
    <div class="template">
      <select
        id="template"
        aria-describedby=${draft.templateFaults.length > 0 ? 'template-fault' : nothing}
        .value=${live(chosen)}
        @change=${(event: Event) => {
          actions.dispatch({ type: 'template', name: valueOf(event) });
        }}
      >
        <optgroup label=${strings.builtIn}>
          ${builtInNames.map((name) => option({ name, label: strings.names[name] }))}
        </optgroup>
        ${
          own.length + gone.length === 0
            ? nothing
            : html`<optgroup label=${strings.own}>
                ${own.map(option)} ${gone.map((name) => option({ name, label: strings.missing(name) }))}
              </optgroup>`
        }
      </select>
      ${way(chosen, gone.length > 0, actions)}
      ${draft.templateFaults.length === 0 ? nothing : faults(draft, chosen, actions)}
    </div>`;
}

const way = (chosen: string, isGone: boolean, actions: TemplateActions): TemplateResult | typeof nothing =>
  isBuiltIn(chosen)
    ? html`<button
        type="button"
        class="link"
        title=${strings.writeHint}
        @click=${() => {
          actions.newTemplate(chosen);
        }}
      >
        ${strings.write}
      </button>`
    : isGone
      ? nothing
      : html`<button type="button" class="link" title=${strings.editHint} @click=${actions.openTemplate}>
          ${strings.edit}
        </button>`;

/** Where the person looks when they have chosen: beside the choice. */
const faults = (draft: Draft, chosen: string, actions: TemplateActions): TemplateResult =>
  html`<div class="fault" role="alert" id="template-fault">
    ${draft.templateFaults.map(({ message }) => html`<p>${message}</p>`)}
    ${
      draft.ownTemplates.includes(chosen)
        ? html`<button type="button" class="link" @click=${actions.openTemplate}>
            ${strings.goToFault}
          </button>`
        : nothing
    }
  </div>`;
