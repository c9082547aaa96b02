/** Why a tool cannot answer, in one sentence that the agent may read aloud. Anything else that is thrown is a fault of ours. */
export class Refusal extends Error {}
