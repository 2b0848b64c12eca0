/** How a custom domain finds the API for a request (facts 3.8). */
export const routingModes: string[] = [
  'BASE_PATH_MAPPING_ONLY',
  'ROUTING_RULE_ONLY',
  'ROUTING_RULE_THEN_BASE_PATH_MAPPING',
];
