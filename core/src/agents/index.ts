/** What AI agents are told, in the same words over MCP and by the editor's own tools. Hosts read notes, open libraries and answer. */
export { argumentFault } from './argument-fault.ts';
export { checkedNote, withWarnings, type CheckedNote } from './checked-note.ts';
export { namedWork, nearestWorks, type LookedUp } from './look-up.ts';
