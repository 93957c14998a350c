/** Who holds the capability to change the configuration, as a sentence. */
export const whoMayChange = 'A workspace owner or an IT management owner of this dashboard may change it.';
