import Foundation
import FoundationNetworking
import Synchronization

/// The live transport: one connection a host, no cookies, no cache, proxies as the environment says,
/// but none for hosts of this machine.
package final class URLSessionTransport: FeedTransport {
  private let session: URLSession
  private let receiver = ResponseReceiver()
  private let clock: any FeedClock

  /// Sets up, once a process, what URL loading takes from the environment.
  ///
  /// To be called before the program has a second thread, for the environment must not change under
  /// whoever reads it; transports made without do it themselves.
  package static func prepare() { _ = configuration }

  /// Sessions copy it; nobody changes it.
  private static let configuration: URLSessionConfiguration = {
    NetworkingEnvironment.exceptLoopbackFromProxies()
    let configuration = NetworkingEnvironment.withoutUserFolders {
      URLSessionConfiguration.default
    }
    configuration.httpMaximumConnectionsPerHost = 1
    configuration.httpCookieStorage = nil
    configuration.httpCookieAcceptPolicy = .never
    configuration.httpShouldSetCookies = false
    configuration.urlCredentialStorage = nil
    configuration.urlCache = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    return configuration
  }()

  /// `clock` ends answers that dribble in beyond their deadline.
  package init(clock: any FeedClock = SystemClock()) {
    self.clock = clock
    session = URLSession(
      configuration: Self.configuration, delegate: receiver, delegateQueue: nil)
  }

  deinit {
    session.invalidateAndCancel()
  }

  package func response(
    to request: FeedRequest, into sink: (any BodySink)?
  ) async throws(TransportError) -> FeedResponse {
    guard let url = URL(string: request.url) else {
      throw .cannotConnect(reason: "'\(request.url)' is no address")
    }
    guard !Task.isCancelled else { throw .cancelled }
    var message = URLRequest(url: url)
    message.timeoutInterval = request.timeoutSeconds
    message.httpShouldHandleCookies = false
    for (name, value) in request.headers { message.setValue(value, forHTTPHeaderField: name) }
    let task = session.dataTask(with: message)
    let deadline = Task { [clock, receiver] in
      try await clock.sleep(milliseconds: Int64(max(0, request.deadlineSeconds) * 1000))
      receiver.finish(task, .failure(.timedOut))
      task.cancel()
    }
    defer { deadline.cancel() }
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        receiver.add(task, maximumBytes: request.maximumBytes, sink: sink, continuation)
        if Task.isCancelled { receiver.finish(task, .failure(.cancelled)) }
        task.resume()
      }
    } onCancel: {
      receiver.finish(task, .failure(.cancelled))
      task.cancel()
    }
    return try result.get()
  }
}

/// Collects what comes for each task, and answers whoever waits for it exactly once.
private final class ResponseReceiver: NSObject, URLSessionDataDelegate, Sendable {
  typealias Answer = Result<FeedResponse, TransportError>

  private struct Pending {
    var continuation: CheckedContinuation<Answer, Never>
    var maximumBytes: Int
    var sink: (any BodySink)?
    var response = FeedResponse(status: 0)
  }

  private let pending = Mutex<[Int: Pending]>([:])

  func add(
    _ task: URLSessionTask, maximumBytes: Int, sink: (any BodySink)?,
    _ continuation: CheckedContinuation<Answer, Never>
  ) {
    pending.withLock {
      $0[task.taskIdentifier] = Pending(
        continuation: continuation, maximumBytes: maximumBytes, sink: sink)
    }
  }

  /// Answers for `task` if nobody has yet; without an answer of its own, with what was received.
  func finish(_ task: URLSessionTask, _ answer: Answer? = nil) {
    let waiting = pending.withLock { $0.removeValue(forKey: task.taskIdentifier) }
    guard let waiting else { return }
    waiting.continuation.resume(returning: answer ?? .success(waiting.response))
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    note(response, for: task)
    completionHandler(nil)
    finish(task)
    task.cancel()
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    if let response = response as? HTTPURLResponse { note(response, for: dataTask) }
    completionHandler(.allow)
    // The sink is called under the lock: once the task is answered for, it is left alone.
    let end: Answer? = pending.withLock { pending in
      guard let waiting = pending[dataTask.taskIdentifier], let sink = waiting.sink else {
        return nil
      }
      do throws(FeedError) {
        return try sink.begin(waiting.response) ? nil : .success(waiting.response)
      } catch {
        return .failure(.notTaken(error))
      }
    }
    guard let end else { return }
    finish(dataTask, end)
    dataTask.cancel()
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let failure: TransportError? = pending.withLock { pending in
      let id = dataTask.taskIdentifier
      if let sink = pending[id]?.sink {
        do throws(FeedError) {
          try sink.take(Array(data))
          return nil
        } catch {
          return .notTaken(error)
        }
      }
      // Only sizes are copied out: a second owner of the body would make each append a copy.
      guard let received = pending[id]?.response.body.count, let most = pending[id]?.maximumBytes
      else { return nil }
      guard received + data.count <= most else { return .tooLarge }
      pending[id]?.response.body.append(contentsOf: data)
      return nil
    }
    if let failure {
      finish(dataTask, .failure(failure))
      dataTask.cancel()
    }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    guard let error = error.map({ Self.transportError($0, of: task) }) else { return finish(task) }
    let status = pending.withLock { $0[task.taskIdentifier]?.response.status ?? 0 }
    switch error {
    case .connectionLost where status >= 300:
      // The status alone says what there is to know.
      finish(task)
    case .connectionLost where status > 0: finish(task, .failure(.cutShort))
    default: finish(task, .failure(error))
    }
  }

  private func note(_ response: HTTPURLResponse, for task: URLSessionTask) {
    var headers: [String: String] = [:]
    for (name, value) in response.allHeaderFields {
      headers["\(name)".lowercased()] = "\(value)"
    }
    let status = response.statusCode
    pending.withLock { [headers] pending in
      pending[task.taskIdentifier]?.response.status = status
      pending[task.taskIdentifier]?.response.headers = headers
    }
  }

  private static func transportError(
    _ error: any Error, of task: URLSessionTask
  ) -> TransportError {
    let error = error as NSError
    let reason = error.localizedDescription
    // With a proxy it is the only one to whom we connect, and whose name we look up.
    let proxy = task.originalRequest?.url.flatMap {
      ProxyRule(environment: ProcessInfo.processInfo.environment).proxy(for: $0)
    }
    let whom = proxy.map { "proxy '\($0)': " } ?? ""
    switch URLError.Code(rawValue: error.code) {
    case .timedOut: return .timedOut
    case .cancelled: return .cancelled
    case .cannotFindHost, .dnsLookupFailed: return .cannotConnect(reason: whom + "unknown host")
    case .cannotConnectToHost: return .cannotConnect(reason: whom + "connection refused")
    case .notConnectedToInternet: return .cannotConnect(reason: "no network")
    case .badURL, .unsupportedURL, .secureConnectionFailed, .serverCertificateUntrusted,
      .serverCertificateHasBadDate, .serverCertificateHasUnknownRoot,
      .serverCertificateNotYetValid:
      return .cannotConnect(reason: reason)
    // libcurl's "could not resolve proxy" has no code of its own in Foundation.
    case .unknown where proxy != nil && reason.contains("resolve proxy"):
      return .cannotConnect(reason: whom + "unknown host")
    default: return .connectionLost(reason: whom + reason)
    }
  }
}
