/**
 * The workbench page's entry, and the only place that speaks to the editor: messages in go to the reducer, edits go out,
 * what must outlive being hidden is kept with `setState`.
 */
// First, for all words are read as the files that hold them are loaded.
import './translations.ts';
import './workbench.css';
import './timeline.css';
import * as z from 'zod/mini';
import { render } from 'lit-html';
import { editsSchema, toWorkbenchSchema, type FromWorkbench } from './messages.ts';
import { editsOf, initialState, reduce, replyTo, type Action, type WorkbenchState } from './state.ts';
import { strings } from './strings.ts';
import { view, type ViewActions } from './view.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromWorkbench): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** How long typing must rest before the prompt is built again. */
const restMilliseconds = 200;
/** How long "Copied" stays. */
const statusMilliseconds = 3000;

const keptSchema = z.object({
  uri: z.optional(z.string()),
  edits: z.record(z.string(), editsSchema),
  scroll: z.number(),
  replies: z.optional(z.record(z.string(), z.string())),
});

const editor = acquireVsCodeApi();
const root = document.body;
let state: WorkbenchState = initialState;
let resting: ReturnType<typeof setTimeout> | undefined;
let clearing: ReturnType<typeof setTimeout> | undefined;
let scrollOnFirstDraft = 0;

const actions: ViewActions = {
  dispatch: (action) => {
    dispatch(action);
    if (action.type === 'role' || action.type === 'question' || action.type === 'claim-text') {
      clearTimeout(resting);
      resting = setTimeout(sendEdits, restMilliseconds);
    } else sendEdits();
  },
  copy: () => {
    flush();
    editor.postMessage({ type: 'copy' });
  },
  openDocument: () => {
    flush();
    editor.postMessage({ type: 'open-document' });
  },
  save: () => {
    flush();
    editor.postMessage({ type: 'save' });
  },
  chat: () => {
    flush();
    editor.postMessage({ type: 'chat' });
  },
  openReply: (open) => {
    dispatch({ type: 'reply', text: open ? '' : undefined });
    if (!open) return;
    window.scrollTo(0, 0);
    root.querySelector<HTMLTextAreaElement>('#reply-text')?.focus();
  },
  writeReply: (text) => {
    dispatch({ type: 'reply', text });
  },
  verifyReply: () => {
    verify(replyTo(state));
  },
  verifyClipboard: () => {
    verify(undefined);
  },
  openTemplate: () => {
    editor.postMessage({ type: 'open-template' });
  },
  newTemplate: (copy) => {
    editor.postMessage({ type: 'new-template', copy });
  },
  openNote: () => {
    editor.postMessage({ type: 'open-note' });
  },
  goTo,
  point: (key) => {
    dispatch({ type: 'point', key });
  },
  openClaim: ({ key, offset }) => {
    dispatch({ type: 'highlight', key });
    root.querySelector(`[data-claim="${CSS.escape(key)}"]`)?.scrollIntoView({ block: 'nearest' });
    goTo(offset);
  },
};

function dispatch(action: Action): void {
  const before = state;
  state = reduce(state, action);
  if (state === before) return;
  render(view(state, actions), root);
  keep();
  measure();
}

function verify(text: string | undefined): void {
  // Claims are numbered as the prompt has them now.
  flush();
  if (state.page.kind === 'note')
    editor.postMessage({
      ...{ type: 'verify-reply', uri: state.page.draft.uri },
      ...(text === undefined ? {} : { text }),
    });
}

function goTo(offset: number): void {
  if (state.page.kind === 'note') editor.postMessage({ type: 'go-to', uri: state.page.draft.uri, offset });
}

/** The timeline is laid out in pixels, for the width that it has. */
function measure(): void {
  const width = root.querySelector('.chart')?.clientWidth ?? 0;
  if (width > 0 && width !== state.width) dispatch({ type: 'measured', width });
}

/** Copying right after a keystroke must copy what was typed. */
function flush(): void {
  if (resting !== undefined) sendEdits();
}

function sendEdits(): void {
  clearTimeout(resting);
  resting = undefined;
  if (state.page.kind === 'note')
    editor.postMessage({ type: 'edits', uri: state.page.draft.uri, edits: editsOf(state) });
}

function keep(): void {
  const uri = state.page.kind === 'note' ? state.page.draft.uri : undefined;
  editor.setState({ uri, edits: state.edits, scroll: window.scrollY, replies: state.replies });
}

function remember(): void {
  const kept = keptSchema.safeParse(editor.getState());
  if (!kept.success) {
    editor.postMessage({ type: 'ready' });
    return;
  }
  const { uri, edits, scroll, replies = {} } = kept.data;
  state = { ...state, edits, replies };
  scrollOnFirstDraft = scroll;
  const own = uri === undefined ? undefined : edits[uri];
  editor.postMessage({
    type: 'ready',
    ...(uri === undefined ? {} : { uri }),
    ...(own ? { edits: own } : {}),
  });
}

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = toWorkbenchSchema.safeParse(event.data);
  // The editor posts its own messages here too (theme changes, say); what is not ours is not for us.
  if (!message.success) return;
  dispatch({ type: 'received', message: message.data });
  if (message.data.type === 'use-template') sendEdits();
  if (message.data.type === 'draft' && scrollOnFirstDraft > 0) {
    window.scrollTo(0, scrollOnFirstDraft);
    scrollOnFirstDraft = 0;
  }
  if (message.data.type === 'done') {
    clearTimeout(clearing);
    clearing = setTimeout(() => {
      dispatch({ type: 'done-said' });
    }, statusMilliseconds);
  }
});
window.addEventListener('scroll', keep, { passive: true });
new ResizeObserver(measure).observe(root);

document.title = strings.title;
render(view(state, actions), root);
remember();
