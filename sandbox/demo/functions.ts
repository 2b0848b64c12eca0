/** The demo Lambda functions, by name: what they are for, and their source in CommonJS. */
export const demoFunctions: Record<string, { description: string; source: string }> = {
  orders: {
    description: 'Lists and takes orders',
    source: `'use strict';
const orders = [
  { id: '1001', item: 'Lamp', quantity: 2, status: 'shipped' },
  { id: '1002', item: 'Chair', quantity: 4, status: 'packed' },
];
const answer = (statusCode, body) => ({
  statusCode,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});
exports.handler = async (event) => {
  const { id } = event.pathParameters || {};
  if (event.httpMethod === 'POST') {
    const order = { id: String(1003 + Math.floor(Math.random() * 1000)), ...JSON.parse(event.body), status: 'new' };
    return { ...answer(201, order), multiValueHeaders: { Location: ['/orders/' + order.id] } };
  }
  if (id === undefined) return answer(200, { tenant: event.requestContext.domainName, orders });
  const found = orders.find((order) => order.id === id);
  return found ? answer(200, found) : answer(404, { message: 'There is no order ' + id });
};
`,
  },
  echo: {
    description: 'Answers with the event that it got',
    source: `'use strict';
exports.handler = async (event) => ({
  statusCode: 200,
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(event, null, 2),
});
`,
  },
  'check-token': {
    description: 'Authorizer: lets "Bearer demo" in, denies "Bearer blocked", knows nobody else',
    source: `'use strict';
const policy = (principalId, Effect, context) => ({
  principalId,
  policyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect, Action: 'execute-api:Invoke', Resource: '*' }],
  },
  context,
});
exports.handler = async (event) => {
  if (event.authorizationToken === 'Bearer demo') return policy('demo', 'Allow', { plan: 'gold' });
  if (event.authorizationToken === 'Bearer blocked') return policy('blocked', 'Deny');
  throw new Error('Unauthorized');
};
`,
  },
};
