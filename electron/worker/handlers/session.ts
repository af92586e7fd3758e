import type { HandlerDeps, Handlers } from './handlers.ts';

export function sessionHandlers({ session }: HandlerDeps): Handlers<'session.state' | 'session.signIn' | 'session.signOut'> {
  return {
    'session.state': () => session.state(),
    'session.signIn': ({ loginName, password }) => session.signIn(loginName, password),
    'session.signOut': () => session.signOut(),
  };
}
