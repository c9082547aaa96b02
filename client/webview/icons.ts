/** The workbench's few icons, drawn inline: the page's security policy allows no fonts or images from elsewhere. */
import { svg, type SVGTemplateResult } from 'lit-html';

const icon = (path: string): SVGTemplateResult =>
  svg`<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false"><path d=${path} fill="none" stroke="currentColor" stroke-width="1.2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;

export const copyIcon = icon(
  'M5.5 5.5V3a1 1 0 0 1 1-1H13a1 1 0 0 1 1 1v6.5a1 1 0 0 1-1 1h-2.5M3 5.5h6.5a1 1 0 0 1 1 1V13a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1V6.5a1 1 0 0 1 1-1Z',
);
export const checkIcon = icon('M3 8.5 6.5 12 13 4.5');
export const replyIcon = icon('M6.5 3.5 2.5 7.5l4 4M2.5 7.5H9a4.5 4.5 0 0 1 4.5 4.5v.5');
export const goToIcon = icon('M3 13V9.5a3 3 0 0 1 3-3h7M10 3.5l3 3-3 3');
