import { nextAuthRoute } from '#lib/shell/auth-route';

export { nextAuthRoute as GET, nextAuthRoute as POST };
