/** Properties draw the same cases each time, so that a red run can be repeated; INQUIRY_SEED draws others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.INQUIRY_SEED ?? 20261123) });
