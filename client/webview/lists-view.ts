/** Draws the claims and the papers of the workbench: what is in, its words, its date and identifiers, what is wrong with it. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { repeat } from 'lit-html/directives/repeat.js';
import { checkedOf, valueOf } from './events.ts';
import { goToIcon } from './icons.ts';
import type { Draft, Edits, WorkbenchAnchor, WorkbenchClaim } from './messages.ts';
import {
  editsOf,
  includesAnchor,
  includesClaim,
  isCutForLength,
  type Action,
  type WorkbenchState,
} from './state.ts';
import { badges, loudBadges, strings } from './strings.ts';

export interface ListActions {
  dispatch(action: Action): void;
  goTo(offset: number): void;
}

export function claims(draft: Draft, state: WorkbenchState, actions: ListActions): TemplateResult {
  const edits = editsOf(state);
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
        (claim) => claimRow(claim, state, actions),
      )}
    </ul>
  </section>`;
}

function claimRow(claim: WorkbenchClaim, state: WorkbenchState, actions: ListActions): TemplateResult {
  const edits = editsOf(state);
  const isHighlighted = claim.key === state.highlighted;
  const isCut = isCutForLength(state, claim);
  const included = includesClaim(edits, claim);
  return html`<li
    class=${`row${included && !isCut ? '' : ' dropped'}${isHighlighted ? ' highlighted' : ''}`}
    data-claim=${claim.key}
    aria-current=${isHighlighted ? 'true' : nothing}
  >
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
        ${isCut ? html`<span class="badge">${strings.cutForLength}</span>` : nothing}
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

export function anchors(draft: Draft, edits: Edits, actions: ListActions): TemplateResult | typeof nothing {
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

function anchorRow(anchor: WorkbenchAnchor, edits: Edits, actions: ListActions): TemplateResult {
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
