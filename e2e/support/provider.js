/**
 * A provider of single sign-on for the tests: `oidc-provider`, certified by the OpenID Foundation, on this machine.
 *
 *   node support/provider.js CALLBACK…
 *
 * It knows this server as the clients `yanzhi` (with a secret) and `yanzhi-public` (without), and sends people back to
 * the CALLBACK addresses only. It prints `ready: ISSUER` once it answers, and ends when its standard input does, so
 * that it never outlives the test that started it.
 */
import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

/** Who is known, all with the same password. `fault` is what the provider does wrong with their identity tokens. */
const PASSWORD = 'a password of the provider';
const PEOPLE = {
  'wang.wei': { name: '王伟', organisation: '330203', roles: ['yz-reporters', 'staff'] },
  'li.na': { name: '李娜', organisation: '330203', roles: ['yz-viewers'] },
  'no.place': { name: '无单位', roles: ['yz-reporters'] },
  'wrong.place': { name: '外单位', organisation: '999999', roles: ['yz-reporters'] },
  'wrong.audience': { organisation: '330203', roles: [], fault: { aud: 'somebody-else' } },
  'other.issuer': { organisation: '330203', roles: [], fault: { iss: 'http://127.0.0.1:1' } },
  'expired.token': { organisation: '330203', roles: [], fault: { exp: 1_000_000_000 } },
  'other.nonce': { organisation: '330203', roles: [], fault: { nonce: 'of another sign-on' } },
};
const SECRET = 'a secret of the client, shared with it';

/** Somebody is known by what never changes, which is not their login. */
const idOf = (login) => `id-of-${login}`;
const loginOf = (id) => id.replace('id-of-', '');

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = { ...privateKey.export({ format: 'jwk' }), kid: 'of-the-test', alg: 'RS256', use: 'sig' };

/** @param {string[]} callbacks */
function configuration(callbacks) {
  const client = {
    redirect_uris: callbacks,
    grant_types: ['authorization_code'],
    response_types: ['code'],
  };
  return {
    clients: [
      { ...client, client_id: 'yanzhi', client_secret: SECRET },
      { ...client, client_id: 'yanzhi-public', token_endpoint_auth_method: 'none' },
    ],
    jwks: { keys: [key] },
    pkce: { required: () => true },
    // As the standard has it: claims of a scope are at the userinfo endpoint, and not in the identity token.
    conformIdTokenClaims: true,
    claims: {
      profile: ['name', 'preferred_username'],
      government: ['organisation', 'roles'],
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['of the test'] },
    ttl: { Session: 3600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    findAccount: (_, id) => {
      const login = loginOf(id);
      const { fault: _fault, ...person } = PEOPLE[login];
      return { accountId: id, claims: () => ({ sub: id, preferred_username: login, ...person }) };
    },
    // Nobody is asked whether their own organisation may know who they are.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session.accountId,
        clientId: oidc.client.clientId,
      });
      grant.addOIDCScope('openid profile government');
      await grant.save();
      return grant;
    },
  };
}

const page = (uid, flaw) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>City sign-on</title>
<h1>City sign-on</h1><p role="alert">${flaw}</p><form method="post" action="/interaction/${uid}">
<label>Login <input name="login" autocomplete="off"></label>
<label>Password <input name="password" type="password"></label>
<button name="answer" value="yes">Continue</button> <button name="answer" value="no">Cancel</button></form></html>`;

async function bodyOf(request) {
  let text = '';
  for await (const part of request) text += part;
  return new URLSearchParams(text);
}

/** The page on which people say who they are. */
function askWho(provider) {
  return async (ctx, next) => {
    const [, uid] = /^\/interaction\/([\w-]+)$/.exec(ctx.path) ?? [];
    if (!uid) return next();
    ctx.type = 'html';
    if (ctx.method === 'GET') {
      ctx.body = page(uid, '');
      return;
    }
    const said = await bodyOf(ctx.req);
    const login = said.get('login') ?? '';
    let result = { error: 'access_denied', error_description: 'cancelled' };
    if (said.get('answer') !== 'no') {
      if (!Object.hasOwn(PEOPLE, login) || said.get('password') !== PASSWORD) {
        ctx.body = page(uid, 'Login or password is wrong.');
        return;
      }
      result = { login: { accountId: idOf(login) } };
    }
    ctx.redirect(await provider.interactionResult(ctx.req, ctx.res, result));
    ctx.status = 303;
  };
}

const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs with the provider's own key what it should never say. */
async function misbehave(ctx, next) {
  await next();
  const token = ctx.body?.id_token;
  if (ctx.path !== '/token' || !token) return;
  const [header, payload] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
  const fault = PEOPLE[loginOf(claims.sub)]?.fault;
  if (!fault) return;
  const signed = `${header}.${encoded({ ...claims, ...fault })}`;
  const signature = createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url');
  ctx.body = { ...ctx.body, id_token: `${signed}.${signature}` };
}

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, configuration(process.argv.slice(2)));
  provider.use(misbehave);
  provider.use(askWho(provider));
  server.on('request', provider.callback());
  console.log(`ready: ${issuer}`);
});
process.stdin.resume().on('end', () => process.exit());
