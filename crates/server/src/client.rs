//! Where a request comes from: the peer of its connection, or whom a proxy of ours names.

use std::net::{IpAddr, SocketAddr};

use axum::http::{HeaderMap, HeaderName, Method, Uri, header};

/// The address at the other end of the connection, attached by the listener.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Peer(pub(crate) SocketAddr);

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// The address of whoever asks. `X-Forwarded-For` is read from its end, and only past proxies of ours: what a client
/// writes into it is never reached.
pub(crate) fn address(
    peer: Option<Peer>,
    headers: &HeaderMap,
    proxies: &[IpAddr],
) -> Option<IpAddr> {
    let mut address = peer?.0.ip().to_canonical();
    let named: Vec<&str> = headers
        .get_all(FORWARDED_FOR)
        .into_iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    for name in named.into_iter().rev() {
        if !proxies.contains(&address) {
            break;
        }
        match name.trim().parse::<IpAddr>() {
            Ok(next) => address = next.to_canonical(),
            Err(_) => break,
        }
    }
    Some(address)
}

/// Whether a request that may change something was made by a page of another site. Browsers say so; programs that are
/// none say nothing, and have no cookie to misuse.
pub(crate) fn is_cross_site(method: &Method, uri: &Uri, headers: &HeaderMap) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return false;
    }
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let is_other_site =
        text(FETCH_SITE).is_some_and(|site| site != "same-origin" && site != "none");
    let host =
        text(header::HOST).or_else(|| uri.authority().map(axum::http::uri::Authority::as_str));
    let is_other_origin = headers.get(header::ORIGIN).is_some_and(|origin| {
        let origin = origin
            .to_str()
            .ok()
            .and_then(|origin| origin.split_once("://"));
        origin.map(|(_, host)| host) != host
    });
    is_other_site || is_other_origin
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let pairs = pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap()));
        pairs.collect()
    }

    #[test]
    fn only_our_own_proxies_are_believed() {
        let peer = Some(Peer("10.0.0.9:5000".parse().unwrap()));
        let proxies: Vec<IpAddr> = vec!["10.0.0.9".parse().unwrap(), "10.0.0.8".parse().unwrap()];
        let of = |peer, value: &str, proxies: &[IpAddr]| {
            address(peer, &headers(&[("x-forwarded-for", value)]), proxies)
                .unwrap()
                .to_string()
        };
        assert_eq!(of(peer, "1.2.3.4", &[]), "10.0.0.9", "no proxy of ours");
        assert_eq!(of(peer, "1.2.3.4", &proxies), "1.2.3.4");
        assert_eq!(
            of(peer, "6.6.6.6, 1.2.3.4", &proxies),
            "1.2.3.4",
            "the client wrote the first"
        );
        assert_eq!(of(peer, "6.6.6.6, 1.2.3.4, 10.0.0.8", &proxies), "1.2.3.4");
        assert_eq!(of(peer, "nonsense", &proxies), "10.0.0.9");
        assert_eq!(address(None, &HeaderMap::new(), &proxies), None);
    }

    #[test]
    fn writes_of_other_sites_are_seen() {
        let uri = Uri::from_static("/api/v1/session");
        let of = |method: &Method, pairs: &[(&'static str, &str)]| {
            is_cross_site(method, &uri, &headers(pairs))
        };
        let post = Method::POST;
        assert!(!of(&post, &[("host", "a:1")]));
        assert!(!of(&post, &[("host", "a:1"), ("origin", "http://a:1")]));
        assert!(!of(
            &post,
            &[("host", "a:1"), ("sec-fetch-site", "same-origin")]
        ));
        assert!(of(&post, &[("host", "a:1"), ("origin", "http://b:1")]));
        assert!(of(&post, &[("host", "a:1"), ("origin", "http://a:2")]));
        assert!(of(&post, &[("host", "a:1"), ("origin", "null")]));
        assert!(of(
            &post,
            &[("host", "a:1"), ("sec-fetch-site", "cross-site")]
        ));
        assert!(of(
            &post,
            &[("host", "a:1"), ("sec-fetch-site", "same-site")]
        ));
        assert!(!of(
            &Method::GET,
            &[("host", "a:1"), ("origin", "http://b:1")]
        ));
    }
}
