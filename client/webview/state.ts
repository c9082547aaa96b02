/**
 * The workbench's state and how it changes: a reducer, pure, so that every turn of it can be tested without a browser.
 * A person's edits are kept by note and always win over what arrives from the editor.
 */
import type { Done, Draft, Edits, ToWorkbench, WorkbenchAnchor, WorkbenchClaim } from './messages.ts';

export interface WorkbenchState {
  readonly page:
    | { readonly kind: 'starting' }
    | { readonly kind: 'no-note' }
    | { readonly kind: 'failed'; readonly message: string }
    | { readonly kind: 'note'; readonly draft: Draft };
  /** The edits of every note seen since the panel opened, by URI. */
  readonly edits: Readonly<Record<string, Edits>>;
  /** What was just done, to be said once; gone a little later. */
  readonly done: Done | undefined;
  /** Whether edits were made that the shown prompt does not hold yet. */
  readonly pending: boolean;
  /** The key of the claim that is pointed at on the timeline. */
  readonly pointed: string | undefined;
  /** The key of the claim that was last gone to from the timeline. */
  readonly highlighted: string | undefined;
  /** Replies being pasted, by the URI of the note that asked; absent while the box is closed. */
  readonly replies: Readonly<Record<string, string>>;
  /** Of the timeline, in pixels; 0 until it is measured. */
  readonly width: number;
}

/** What changes the page and no prompt. */
export type Look =
  | { readonly type: 'point'; readonly key: string | undefined }
  | { readonly type: 'highlight'; readonly key: string }
  | { readonly type: 'measured'; readonly width: number }
  | { readonly type: 'reply'; readonly text: string | undefined };

export type Action =
  | { readonly type: 'received'; readonly message: ToWorkbench }
  | { readonly type: 'done-said' }
  | Look
  | { readonly type: 'role'; readonly value: string }
  | { readonly type: 'question'; readonly value: string }
  | { readonly type: 'horizon'; readonly value: number }
  | { readonly type: 'questions'; readonly value: number }
  | { readonly type: 'tokens'; readonly value: number | undefined }
  | { readonly type: 'template'; readonly name: string }
  | { readonly type: 'claim-text'; readonly key: string; readonly value: string }
  | { readonly type: 'include-claim'; readonly key: string; readonly included: boolean }
  | { readonly type: 'include-all-claims'; readonly included: boolean }
  | { readonly type: 'include-anchor'; readonly id: string; readonly included: boolean }
  | { readonly type: 'reset' };

type EditAction = Exclude<Action, Look | { type: 'received' | 'done-said' }>;

export const initialState: WorkbenchState = {
  page: { kind: 'starting' },
  edits: {},
  done: undefined,
  pending: false,
  pointed: undefined,
  highlighted: undefined,
  replies: {},
  width: 0,
};

export function reduce(state: WorkbenchState, action: Action): WorkbenchState {
  if (action.type === 'received') return receive(state, action.message);
  if (action.type === 'done-said') return { ...state, done: undefined };
  if (action.type === 'point')
    return state.pointed === action.key ? state : { ...state, pointed: action.key };
  if (action.type === 'highlight') return { ...state, highlighted: action.key };
  if (action.type === 'measured') return { ...state, width: action.width };
  if (state.page.kind !== 'note') return state;
  const { draft } = state.page;
  if (action.type === 'reply') return { ...state, replies: withReply(state.replies, draft.uri, action.text) };
  const next = edit(editsOf(state), draft, action);
  return { ...state, edits: { ...state.edits, [draft.uri]: next }, pending: true };
}

/** The edits of the note that is shown. */
export function editsOf(state: WorkbenchState): Edits {
  return state.page.kind === 'note' ? (state.edits[state.page.draft.uri] ?? {}) : {};
}

/** The reply in the box of the note that is shown; undefined while that is closed. */
export const replyTo = (state: WorkbenchState): string | undefined =>
  state.page.kind === 'note' ? state.replies[state.page.draft.uri] : undefined;

/** The name of the template of the note that is shown. */
export const templateOf = (edits: Edits, draft: Draft): string => edits.template ?? draft.presetTemplate;

export const isEdited = (edits: Edits): boolean => Object.keys(edits).length > 0;

/** Whether the person, or else the prompt as built, has it in. */
export function includesClaim(edits: Edits, claim: WorkbenchClaim): boolean {
  return edits.dropped === undefined ? claim.included : !edits.dropped.includes(claim.key);
}

/** Ticked, and yet not in the prompt: it was cut for its length. */
export const isCutForLength = (state: WorkbenchState, claim: WorkbenchClaim): boolean =>
  editsOf(state).tokens !== undefined &&
  !state.pending &&
  !claim.included &&
  includesClaim(editsOf(state), claim);

export function includesAnchor(edits: Edits, anchor: WorkbenchAnchor): boolean {
  return edits.droppedAnchors === undefined ? anchor.included : !edits.droppedAnchors.includes(anchor.id);
}

function receive(state: WorkbenchState, message: ToWorkbench): WorkbenchState {
  switch (message.type) {
    case 'draft': {
      const { draft } = message;
      const edits = draft.uri in state.edits ? state.edits : { ...state.edits, [draft.uri]: message.edits };
      return { ...state, page: { kind: 'note', draft }, edits, pending: false };
    }
    case 'use-template': {
      const { page } = state;
      return page.kind === 'note' && page.draft.uri === message.uri
        ? reduce(state, { type: 'template', name: message.name })
        : state;
    }
    case 'no-note':
      return { ...state, page: { kind: 'no-note' }, pending: false };
    case 'failed':
      return { ...state, page: { kind: 'failed', message: message.message }, pending: false };
    case 'done':
      return { ...state, done: message.what };
  }
}

function withReply(
  replies: WorkbenchState['replies'],
  uri: string,
  text: string | undefined,
): WorkbenchState['replies'] {
  const { [uri]: _previous, ...others } = replies;
  return text === undefined ? others : { ...others, [uri]: text };
}

function edit(edits: Edits, draft: Draft, action: EditAction): Edits {
  switch (action.type) {
    case 'role':
      return { ...edits, role: action.value };
    case 'question':
      return { ...edits, question: action.value };
    case 'horizon':
      return { ...edits, horizonMonths: action.value };
    case 'questions':
      return { ...edits, questions: action.value };
    case 'tokens': {
      const { tokens: _tokens, ...rest } = edits;
      return action.value === undefined ? rest : { ...rest, tokens: action.value };
    }
    case 'template': {
      const { template: _template, ...rest } = edits;
      return action.name === draft.presetTemplate ? rest : { ...rest, template: action.name };
    }
    case 'claim-text': {
      const { [action.key]: _previous, ...others } = edits.edited ?? {};
      const own = draft.claims.find((claim) => claim.key === action.key)?.text;
      const edited = action.value === own ? others : { ...others, [action.key]: action.value };
      const { edited: _edited, ...rest } = edits;
      return Object.keys(edited).length === 0 ? rest : { ...rest, edited };
    }
    case 'include-claim': {
      const dropped = draft.claims
        .filter((claim) => (claim.key === action.key ? !action.included : !includesClaim(edits, claim)))
        .map((claim) => claim.key);
      return { ...edits, dropped };
    }
    case 'include-all-claims':
      return { ...edits, dropped: action.included ? [] : draft.claims.map((claim) => claim.key) };
    case 'include-anchor': {
      const droppedAnchors = draft.anchors
        .filter((anchor) => (anchor.id === action.id ? !action.included : !includesAnchor(edits, anchor)))
        .map((anchor) => anchor.id);
      return { ...edits, droppedAnchors };
    }
    case 'reset':
      return {};
  }
}
