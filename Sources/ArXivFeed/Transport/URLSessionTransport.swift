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
      configuration: Self.configuration, delegate: receiver, delegateQueue: PromptQueue())
  }

  deinit {
    // Not here and now, for that waits for the queue on which URL loading receives.
    Thread.detachNewThread { [session] in session.invalidateAndCancel() }
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
      task.cancelInBackground()
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
      task.cancelInBackground()
    }
    return try result.get()
  }
}

extension URLSessionTask {
  /// Cancels without waiting: Foundation's own call waits for its queue.
  fileprivate func cancelInBackground() {
    Thread.detachNewThread { self.cancel() }
  }

  /// Breaks the connection that the task receives from.
  ///
  /// To be called on the one queue on which URL loading opens, reads and closes all connections. A
  /// task that is cancelled goes on receiving there until its turn comes, which a server that sends
  /// without a pause can put off for ever.
  fileprivate func breakConnection() {
    guard let url = currentRequest?.url ?? originalRequest?.url else { return }
    let rule = ProxyRule(environment: ProcessInfo.processInfo.environment)
    let proxyPort = rule.proxy(for: url)?.split(separator: ":").last.flatMap { Int($0) }
    let port = url.port ?? (url.scheme?.lowercased() == "http" ? 80 : 443)
    TCPConnections.reset(toPorts: Set([port, proxyPort].compactMap { $0 }))
  }
}

/// Collects what comes for each task, and answers whoever waits for it exactly once.
///
/// Its methods run on the thread that receives (``PromptQueue``), so nothing more is received and
/// unpacked while they look at what came.
private final class ResponseReceiver: NSObject, URLSessionDataDelegate, Sendable {
  typealias Answer = Result<FeedResponse, TransportError>

  /// A task that has not ended.
  private struct Reception {
    /// Nil once there was an answer.
    var continuation: CheckedContinuation<Answer, Never>?
    var maximumBytes: Int
    var sink: (any BodySink)?
    var response = FeedResponse(status: 0)
    /// Bytes that came after the answer.
    var excess = 0
  }

  private let receptions = Mutex<[Int: Reception]>([:])

  func add(
    _ task: URLSessionTask, maximumBytes: Int, sink: (any BodySink)?,
    _ continuation: CheckedContinuation<Answer, Never>
  ) {
    receptions.withLock {
      $0[task.taskIdentifier] = Reception(
        continuation: continuation, maximumBytes: maximumBytes, sink: sink)
    }
  }

  /// Answers for `task` if nobody has yet; without an answer of its own, with what was received.
  func finish(_ task: URLSessionTask, _ answer: Answer? = nil) {
    let (waiting, response) = receptions.withLock { receptions in
      let id = task.taskIdentifier
      let response = receptions[id]?.response
      receptions[id]?.response = FeedResponse(status: 0)
      return (receptions[id]?.continuation.take(), response)
    }
    guard let waiting, let response else { return }
    waiting.resume(returning: answer ?? .success(response))
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    note(response, for: task)
    completionHandler(nil)
    finish(task)
    task.cancelInBackground()
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
  ) {
    if let response = response as? HTTPURLResponse { note(response, for: dataTask) }
    completionHandler(.allow)
    // The sink is called under the lock: once the task is answered for, it is left alone.
    let end: Answer? = receptions.withLock { receptions in
      guard let waiting = receptions[dataTask.taskIdentifier], waiting.continuation != nil,
        let sink = waiting.sink
      else { return nil }
      do throws(FeedError) {
        return try sink.begin(waiting.response) ? nil : .success(waiting.response)
      } catch {
        return .failure(.notTaken(error))
      }
    }
    guard let end else { return }
    finish(dataTask, end)
    dataTask.cancelInBackground()
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    switch take(data, of: dataTask.taskIdentifier) {
    case .taken: break
    case .tooLarge:
      finish(dataTask, .failure(.tooLarge))
      dataTask.breakConnection()
    case .unwanted: dataTask.breakConnection()
    case .refused(let error):
      finish(dataTask, .failure(.notTaken(error)))
      dataTask.cancelInBackground()
    }
  }

  private enum Intake {
    case taken, tooLarge, unwanted
    case refused(FeedError)
  }

  private func take(_ data: Data, of id: Int) -> Intake {
    receptions.withLock { receptions in
      // Only sizes are copied out: a second owner of the body would make each append a copy.
      guard let received = receptions[id]?.response.body.count,
        let most = receptions[id]?.maximumBytes
      else { return .taken }
      guard receptions[id]?.continuation != nil else {
        let excess = (receptions[id]?.excess ?? 0) + data.count
        receptions[id]?.excess = excess
        return excess > most ? .unwanted : .taken
      }
      if let sink = receptions[id]?.sink {
        do throws(FeedError) {
          try sink.take(Array(data))
          return .taken
        } catch {
          return .refused(error)
        }
      }
      guard received + data.count <= most else { return .tooLarge }
      receptions[id]?.response.body.append(contentsOf: data)
      return .taken
    }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    defer { receptions.withLock { $0[task.taskIdentifier] = nil } }
    let status = receptions.withLock { $0[task.taskIdentifier]?.response.status ?? 0 }
    guard let error = error.map({ Self.transportError($0, of: task) }) else {
      // A redirect to what is no address ends in nothing at all.
      return status > 0 ? finish(task) : finish(task, .failure(.cutShort))
    }
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
    receptions.withLock { [headers] receptions in
      receptions[task.taskIdentifier]?.response.status = status
      receptions[task.taskIdentifier]?.response.headers = headers
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
