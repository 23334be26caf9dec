//! The cookie of a session.

use axum::http::{HeaderMap, HeaderValue, header};
use cookie::{Cookie, SameSite, time::Duration};

/// How the cookie is set: over TLS with the prefix that binds it to this host, or over plain HTTP on a machine of
/// one's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionCookie {
    is_secure: bool,
}

impl SessionCookie {
    /// The cookie of a server that is reached over TLS, or not.
    pub const fn new(is_secure: bool) -> Self {
        Self { is_secure }
    }

    const fn name(self) -> &'static str {
        if self.is_secure {
            "__Host-yanzhi"
        } else {
            "yanzhi"
        }
    }

    /// What a browser sent.
    pub fn sent(self, headers: &HeaderMap) -> Option<String> {
        Self::named(self.name(), headers)
    }

    fn named(name: &str, headers: &HeaderMap) -> Option<String> {
        headers
            .get_all(header::COOKIE)
            .into_iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(Cookie::split_parse)
            .filter_map(Result::ok)
            .find(|cookie| cookie.name() == name)
            .map(|cookie| cookie.value().to_owned())
    }

    /// What a browser sent of a sign-on that it has begun.
    pub fn sent_for_sign_on(self, headers: &HeaderMap) -> Option<String> {
        Self::named(&self.sign_on_name(), headers)
    }

    /// The header that binds a sign-on to this browser.
    pub fn giving_for_sign_on(self, secret: &str) -> Option<HeaderValue> {
        let cookie = self.cookie(self.sign_on_name(), secret.to_owned());
        HeaderValue::from_str(&cookie.to_string()).ok()
    }

    /// The header that takes that away.
    pub fn taking_for_sign_on(self) -> Option<HeaderValue> {
        removal(self.cookie(self.sign_on_name(), String::new()))
    }

    fn sign_on_name(self) -> String {
        format!("{}-sign-on", self.name())
    }

    /// The header that gives a browser a cookie until it closes.
    pub fn giving(self, secret: &str) -> Option<HeaderValue> {
        HeaderValue::from_str(
            &self
                .cookie(self.name().to_owned(), secret.to_owned())
                .to_string(),
        )
        .ok()
    }

    /// The header that takes it away.
    pub fn taking(self) -> Option<HeaderValue> {
        removal(self.cookie(self.name().to_owned(), String::new()))
    }

    fn cookie(self, name: String, value: String) -> Cookie<'static> {
        Cookie::build((name, value))
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(self.is_secure)
            .build()
    }
}

fn removal(mut cookie: Cookie<'static>) -> Option<HeaderValue> {
    // The library's own removal asks the clock on the wall for a date long gone.
    cookie.set_max_age(Duration::ZERO);
    HeaderValue::from_str(&cookie.to_string()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secure_cookie_is_bound_to_its_host_and_hidden_from_scripts() {
        let given = SessionCookie::new(true).giving("abc").unwrap();
        assert_eq!(
            given,
            "__Host-yanzhi=abc; HttpOnly; SameSite=Lax; Secure; Path=/"
        );
        let taken = SessionCookie::new(true).taking().unwrap();
        assert_eq!(
            taken,
            "__Host-yanzhi=; HttpOnly; SameSite=Lax; Secure; Path=/; Max-Age=0"
        );
    }

    #[test]
    fn only_the_own_cookie_is_read() {
        let mut headers = HeaderMap::new();
        headers.insert(
            header::COOKIE,
            "x=1; yanzhi=abc; __Host-yanzhi=def".parse().unwrap(),
        );
        assert_eq!(
            SessionCookie::new(true).sent(&headers).as_deref(),
            Some("def")
        );
        assert_eq!(
            SessionCookie::new(false).sent(&headers).as_deref(),
            Some("abc")
        );
        assert_eq!(SessionCookie::new(true).sent(&HeaderMap::new()), None);
    }
}
