/** What the boxes need to know of who looks: whether they may write, and by which clock times are told. */
export type Viewer = { editable: boolean; clock: { now: Date; zone: string } };

/** Who may write here, for those who may not. */
export const whoMayWrite = 'A workspace owner or an IT management owner of this dashboard writes here.';
