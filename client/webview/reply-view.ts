/** Draws the box in which the model's reply comes back. Reading it, and what may be taken over from it, is the editor's business. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';
import { valueOf } from './events.ts';
import { replyStrings as strings } from './strings.ts';

export interface ReplyActions {
  openReply(open: boolean): void;
  writeReply(text: string): void;
  verifyReply(): void;
  verifyClipboard(): void;
}

/** `reply` is undefined while the box is closed. */
export function replyView(reply: string | undefined, actions: ReplyActions): TemplateResult | typeof nothing {
  if (reply === undefined) return nothing;
  const isBlank = reply.trim() === '';
  return html`<section
    class="reply"
    aria-labelledby="reply"
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Escape') actions.openReply(false);
      else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isBlank) actions.verifyReply();
    }}
  >
    <div class="section-head">
      <h2 id="reply">${strings.title}</h2>
      <button
        type="button"
        class="link"
        @click=${() => {
          actions.openReply(false);
        }}
      >
        ${strings.close}
      </button>
    </div>
    <p class="quiet" id="reply-hint">${strings.hint}</p>
    <textarea
      id="reply-text"
      rows="4"
      spellcheck="false"
      aria-label=${strings.text}
      aria-describedby="reply-hint"
      placeholder=${strings.text}
      .value=${live(reply)}
      @input=${(event: Event) => {
        actions.writeReply(valueOf(event));
      }}
    ></textarea>
    <div class="toolbar">
      <button
        type="button"
        class=${isBlank ? 'secondary' : 'primary'}
        ?disabled=${isBlank}
        @click=${actions.verifyReply}
      >
        ${strings.verify}
      </button>
      <button type="button" class=${isBlank ? 'primary' : 'secondary'} @click=${actions.verifyClipboard}>
        ${strings.fromClipboard}
      </button>
    </div>
  </section>`;
}
